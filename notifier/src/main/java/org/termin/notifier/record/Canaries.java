package org.termin.notifier.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.CanaryId;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.words.Channel;
import org.termin.notifier.keys.Keyring;

/** Tells the operator's daily check messages from residents: by an id only we could have chosen. */
@Component
public class Canaries {
  /** In days: a canary is gone two days after its own. */
  private static final int LIFE = 3;

  private final LedgerKeys keys;

  Canaries(Keyring keyring) {
    this.keys = keyring.ledger();
  }

  /** The registration of that channel's canary of that UTC day. */
  public UUID id(Channel channel, LocalDate day) {
    return CanaryId.of(keys, channel, day);
  }

  /** Whether a registration is a canary, of the day it was made on. */
  public boolean includes(Person person) {
    LocalDate made = person.content().registered();
    return Stream.iterate(made.minusDays(1), day -> day.plusDays(1))
        .limit(LIFE)
        .anyMatch(
            day ->
                Arrays.stream(Channel.values())
                    .anyMatch(channel -> id(channel, day).equals(person.id())));
  }
}
