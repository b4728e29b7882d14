package org.termin.notifier.channel;

import java.util.EnumSet;
import java.util.Set;
import org.termin.contract.words.Channel;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/** Calls for help while any channel is closed. */
final class ClosedChannelAlarm implements ClosedChannels {

  private final Alarms alarms;
  private final Set<Channel> closed = EnumSet.noneOf(Channel.class);

  ClosedChannelAlarm(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public synchronized void closed(Channel channel) {
    closed.add(channel);
    alarms.set(Alarm.CHANNEL_CLOSED, closed.size());
  }

  @Override
  public synchronized void open(Channel channel) {
    closed.remove(channel);
    alarms.set(Alarm.CHANNEL_CLOSED, closed.size());
  }
}
