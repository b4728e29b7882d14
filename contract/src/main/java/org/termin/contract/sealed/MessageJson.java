package org.termin.contract.sealed;

import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;

/** Messages as closed JSON, padded to the one length of their kind. */
final class MessageJson {

  private MessageJson() {}

  static byte[] write(Message message) {
    return ClosedJson.write(Message.class, message);
  }

  /** Callbacks are longer and come from providers, so their length gives nobody away. */
  static int size(Message message) {
    return switch (message) {
      case Callback _ -> Padding.LARGE;
      case Register _, Message.Proven _, Unsubscribe _ -> Padding.SMALL;
    };
  }

  static Opening<Message> read(byte[] padded) {
    byte[] json = Padding.unpad(padded).orElse(null);
    if (json == null) {
      return new Unopened<>(Reason.CONTENTS);
    }
    return switch (ClosedJson.read(Message.class, json)) {
      case Opened<Message>(Message message) when size(message) != padded.length ->
          new Unopened<>(Reason.CONTENTS);
      case Opened<Message> opened -> opened;
      case Unopened<Message> unopened -> unopened;
    };
  }
}
