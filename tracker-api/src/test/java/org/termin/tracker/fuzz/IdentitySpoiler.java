package org.termin.tracker.fuzz;

import java.util.Random;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.session.Sessions;

/** Spoils what says who somebody is: receipt codes, cookies, the token of a form, signatures. */
final class IdentitySpoiler implements Spoiler {
  private static final int LENGTH = 222;

  @Override
  public String spoil(Shot shot, Random random) {
    String receipt = shot.header("Authorization");
    String cookie = shot.header("Cookie");
    if (receipt != null) {
      return receipt(shot, receipt, random);
    }
    if (shot.header("X-Twilio-Signature") != null) {
      shot.header("X-Twilio-Signature", Payloads.text(shot, random).replaceAll("[\r\n]", ""));
      return "signature";
    }
    if (shot.form != null && shot.raw == null && random.nextBoolean()) {
      return token(shot, random);
    }
    return cookie == null ? "" : cookie(shot, cookie, random);
  }

  private static String receipt(Shot shot, String receipt, Random random) {
    switch (random.nextInt(7)) {
      case 0 -> shot.headers.removeIf(one -> one.name().equals("Authorization"));
      case 1 -> shot.headers.add(new Shot.Pair("Authorization", "Receipt " + shot.mark()));
      case 2 -> shot.header("Authorization", "Basic " + shot.mark());
      case 3 -> {
        ReceiptCode right = ReceiptCode.parse(receipt.substring(8)).orElse(ReceiptCode.random());
        shot.header("Authorization", "Receipt " + Town.nearly(right, random.nextInt(20)));
      }
      case 4 ->
          shot.header(
              "Authorization",
              "rEcEiPt  " + receipt.substring(8).toLowerCase(java.util.Locale.ROOT));
      case 5 -> shot.header("Authorization", receipt + " " + shot.mark());
      default ->
          shot.header(
              "Authorization", "Receipt " + Payloads.text(shot, random).replaceAll("[\r\n]", ""));
    }
    return "receipt code";
  }

  private static String token(Shot shot, Random random) {
    var form = shot.form;
    if (form == null) {
      return "";
    }
    form.replaceAll(
        one ->
            !one.name().equals("form")
                ? one
                : new Shot.Pair(
                    "form",
                    switch (random.nextInt(4)) {
                      case 0 -> "";
                      case 1 -> shot.mark();
                      case 2 ->
                          (one.value().startsWith("A") ? "B" : "A")
                              + one.value().substring(Math.min(1, one.value().length()));
                      default -> Payloads.text(shot, random);
                    }));
    if (random.nextInt(4) == 0) {
      form.removeIf(one -> one.name().equals("form"));
    }
    return "token of the form";
  }

  private static String cookie(Shot shot, String cookie, Random random) {
    String name = Sessions.COOKIE + "=";
    String value = cookie.startsWith(name) ? cookie.substring(name.length()) : cookie;
    switch (random.nextInt(9)) {
      case 0 -> shot.headers.removeIf(one -> one.name().equals("Cookie"));
      case 1 -> shot.header("Cookie", name + flipped(value, random));
      case 2 -> shot.header("Cookie", name + shot.mark() + "A".repeat(LENGTH));
      case 3 ->
          shot.header("Cookie", "a=" + shot.mark() + "; " + cookie + "; " + name + shot.mark());
      case 4 -> shot.header("Cookie", name + shot.mark() + "; " + cookie);
      case 5 -> shot.headers.add(new Shot.Pair("Cookie", name + shot.mark()));
      case 6 -> shot.header("Cookie", shot.oldCookie);
      case 7 ->
          shot.header("Cookie", "$Version=1; " + name + "\"" + shot.mark() + "\\\"\"; =@;,;;");
      default -> shot.header("Cookie", name + Payloads.text(shot, random).replaceAll("[\r\n]", ""));
    }
    return "cookie";
  }

  private static String flipped(String value, Random random) {
    if (value.isEmpty()) {
      return value;
    }
    char[] all = value.toCharArray();
    int at = random.nextInt(all.length);
    all[at] = all[at] == 'A' ? 'B' : 'A';
    return new String(all);
  }
}
