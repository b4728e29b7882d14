package org.termin.notifier.channel;

import org.termin.contract.words.Channel;

/** Who is told when a channel closes and opens. */
public interface ClosedChannels {

  void closed(Channel channel);

  void open(Channel channel);

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
