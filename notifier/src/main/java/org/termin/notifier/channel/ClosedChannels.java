package org.termin.notifier.channel;

import org.termin.contract.words.Channel;
import org.termin.notifier.alarm.Alarms;

/** Who is told when a channel closes and opens. */
public interface ClosedChannels {

  void closed(Channel channel);

  void open(Channel channel);

  /** Whoever looks at alarms is told. */
  static ClosedChannels alarming(Alarms alarms) {
    return new ClosedChannelAlarm(alarms);
  }

  /** Nobody looks. */
  static ClosedChannels unwatched() {
    return new ClosedChannels() {
      @Override
      public void closed(Channel channel) {}

      @Override
      public void open(Channel channel) {}
    };
  }
}
