package org.termin.notifier.channel;

import java.net.URI;

/** Where providers report back: the door's public address with the deployment's secret path. */
public record CallbackAddress(URI base, String secret) {

  /** The whole address of a status report that carries this attempt's mark. */
  public URI smsStatus(String mark) {
    return at("sms/status?d=" + mark);
  }

  /** The one-click address of RFC 8058. */
  public URI unsubscribe(String stopMark) {
    return at("mail/unsubscribe?t=" + stopMark);
  }

  /** Only an https address may stand in a one-click header. */
  public boolean secure() {
    return "https".equalsIgnoreCase(base.getScheme());
  }

  private URI at(String rest) {
    String root = base.toString();
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
            + "/callbacks/"
            + secret
            + "/"
            + rest);
  }

  @Override
  public String toString() {
    return "CallbackAddress[" + base.getHost() + "]";
  }
}
