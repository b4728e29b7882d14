package org.termin.notifier.winddown;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.notifier.Refused;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog;
import org.termin.notifier.keys.WindDownLog.Card;
import org.termin.notifier.keys.WindDownLog.Event;
import org.termin.notifier.keys.WindDownLog.Line;

/**
 * The operators' cards: 120 random bits on paper, one for each person, kept here as a hash. They
 * stand for two people where the machine knows only one user. Whoever is root can do everything
 * without them; they keep one tired or forced person from ending the service with a command.
 */
@Component
class Cards {
  /** As many are made without asking: those of the first two people. */
  private static final int FOUNDERS = 2;

  private final WindDownLog log;
  private final Clock clock;

  Cards(Keyring keys, Clock clock) {
    this.log = keys.windDown();
    this.clock = clock;
  }

  /** A new card, shown this once; the third and later ones need a card that is there. */
  String make(@Nullable String vouching) {
    ReceiptCode code = ReceiptCode.random();
    log.decide(
        clock.instant(),
        history -> {
          boolean founds = history.cards().size() < FOUNDERS;
          String founder = founds ? hash(code) : known(vouching, history.cards());
          return new Line(Event.CARD, new Card(hash(code), founder).line());
        });
    return code.display();
  }

  /** The operator whose card it is, by the founder's hash; otherwise the word changes nothing. */
  static String known(@Nullable String typed, List<Card> cards) {
    return ReceiptCode.parse(typed == null ? "" : typed)
        .map(Cards::hash)
        .flatMap(hash -> cards.stream().filter(card -> card.hash().equals(hash)).findFirst())
        .map(Card::founder)
        .orElseThrow(() -> new Refused("That is not the card of an operator of this service."));
  }

  private static String hash(ReceiptCode card) {
    return HexFormat.of().formatHex(card.lookup().bytes());
  }
}
