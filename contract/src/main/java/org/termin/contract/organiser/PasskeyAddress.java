package org.termin.contract.organiser;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The name passkeys are bound to and the one address they are used at. A browser offers a passkey
 * at its own name only, which is what makes it useless to a page that looks like ours.
 */
public record PasskeyAddress(String name, String origin) {
  private static final String HERE = "localhost";

  /**
   * The public address, or this machine where there is none.
   *
   * @throws IllegalArgumentException with a sentence for the operator, if browsers bind none to it
   */
  public static PasskeyAddress of(String publicUrl, int port) {
    if (publicUrl.isEmpty()) {
      return new PasskeyAddress(HERE, "http://" + HERE + ":" + port);
    }
    URI address = parsed(publicUrl);
    String host = address.getHost();
    String scheme = address.getScheme();
    if (host == null || scheme == null || address.getRawUserInfo() != null) {
      throw wrong();
    }
    String at = address.getPort() == -1 ? "" : ":" + address.getPort();
    if (isNumber(host)) {
      // browsers bind no passkey to a number; this machine has a name as well
      if (!InetAddress.ofLiteral(bare(host)).isLoopbackAddress()) {
        throw wrong();
      }
      host = HERE;
    }
    host = host.toLowerCase(Locale.ROOT);
    return new PasskeyAddress(host, scheme.toLowerCase(Locale.ROOT) + "://" + host + at);
  }

  private static URI parsed(String publicUrl) {
    try {
      return new URI(publicUrl);
    } catch (URISyntaxException noAddress) {
      throw wrong();
    }
  }

  private static boolean isNumber(String host) {
    try {
      InetAddress.ofLiteral(bare(host));
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "TERMIN_PUBLIC_URL has to be an address with a name, such as https://termin.example:"
            + " organisers' passkeys are bound to that name.");
  }
}
