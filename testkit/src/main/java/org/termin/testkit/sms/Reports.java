package org.termin.testkit.sms;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Posts signed reports and replies to the door, once or until somebody hears. */
final class Reports {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String ACCOUNT = "AC" + "0".repeat(32);

  private final Ledger ledger;
  private final BooleanSupplier closed;
  private volatile boolean byItself;
  private volatile boolean untilHeard;
  private volatile @Nullable Callbacks callbacks;

  Reports(Ledger ledger, BooleanSupplier closed) {
    this.ledger = ledger;
    this.closed = closed;
  }

  void goTo(URI door, String publicAddress, String authToken) {
    callbacks = Callbacks.to(door, publicAddress, authToken);
  }

  void byItself(boolean untilSomebodyHears) {
    byItself = true;
    untilHeard = untilSomebodyHears;
  }

  void clear() {
    byItself = false;
    untilHeard = false;
  }

  /** Reports sent and delivered on a thread of its own, if reports are made and wanted. */
  void follow(SentText text) {
    if (byItself && text.statusCallback() != null) {
      String sid = text.sid();
      Thread.ofVirtual()
          .start(
              () -> {
                onceOrUntilHeard(sid, "sent");
                onceOrUntilHeard(sid, "delivered");
              });
    }
  }

  private void onceOrUntilHeard(String sid, String status) {
    while (!heard(sid, status) && untilHeard && !closed.getAsBoolean()) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean heard(String sid, String status) {
    try {
      return report(sid, status, null) < 300;
    } catch (RuntimeException e) {
      // a lost report is an ordinary day
      return false;
    }
  }

  /** Moves the message and says so; the door's answer. */
  int report(String sid, String status, @Nullable Integer errorCode) {
    SentText text =
        ledger
            .move(sid, status, errorCode)
            .orElseThrow(() -> new IllegalArgumentException("no such message"));
    return post(text);
  }

  private int post(SentText text) {
    String url =
        Optional.ofNullable(text.statusCallback())
            .orElseThrow(() -> new IllegalStateException("no report was asked for"));
    return door().post(url, statusForm(text));
  }

  /** Posts a report under a mark or a signature of somebody else's; nothing moves here. */
  int forge(String url, SentText text, String authToken) {
    Callbacks door = door();
    return new Callbacks(door.http(), door.door(), door.publicAddress(), authToken)
        .post(url, statusForm(text));
  }

  int reply(String path, String from, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", Ledger.newSid());
    form.put("AccountSid", ACCOUNT);
    form.put("From", from);
    form.put("To", "+48732000000");
    form.put("Body", text);
    form.put("NumSegments", "1");
    form.put("NumMedia", "0");
    return call(path, form);
  }

  int call(String path, Map<String, String> form) {
    return door().post(door().publicAddress() + path, form);
  }

  private Callbacks door() {
    return Optional.ofNullable(callbacks)
        .orElseThrow(() -> new IllegalStateException("say first where callbacks go to"));
  }

  private static Map<String, String> statusForm(SentText text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", text.sid());
    form.put("SmsSid", text.sid());
    form.put("AccountSid", ACCOUNT);
    form.put("MessageStatus", text.status());
    form.put("SmsStatus", text.status());
    form.put("To", text.to());
    form.put("From", text.from());
    form.put("ApiVersion", "2010-04-01");
    Optional.ofNullable(text.errorCode())
        .ifPresent(code -> form.put("ErrorCode", Integer.toString(code)));
    return form;
  }
}
