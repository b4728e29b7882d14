package org.termin.notifier.delivery;

import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.Channel;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Text;
import org.termin.notifier.keys.Keyring;

/** The planted bug: a claim that nobody takes over when its owner has died. */
@Component
@Primary
class LeaseForgotten extends Attempts {
  LeaseForgotten(JdbcClient db, Keyring keys, Alarms alarms) {
    super(db, keys, alarms);
  }

  @Override
  void dispatch(
      UUID id,
      AttemptKind kind,
      Contents contents,
      Channel channel,
      Text text,
      int resends,
      Duration lease) {
    super.dispatch(id, kind, contents, channel, text, resends, Duration.ofDays(3_650));
  }
}
