package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Random;

/** Spoils the path and the query. */
final class AddressSpoiler implements Spoiler {
  private static final List<String> TAILS =
      List.of(
          ";@",
          ";n=@",
          "/",
          "//",
          "/@",
          "/..;/@",
          "/../@",
          "/./@",
          "/%2e%2e/@",
          "%2f@",
          "%5c@",
          "%00@",
          "%0d%0a@",
          "%252f@",
          "%zz@",
          "%",
          "%c0%af@",
          "%ff@",
          "%ed%a0%80@",
          "%e2%80%ae@",
          "%u0041@",
          ".json",
          ".@",
          "~@",
          "|@",
          "{@}",
          "\\@",
          "\"<@>",
          "^`@",
          "#@",
          "\u0001@",
          "\u043f@",
          "@".repeat(400));

  private static final List<String> QUERIES =
      List.of(
          "n=@",
          "n=%3Cscript%3E@",
          "n=%zz@",
          "n=%",
          "n=%00@",
          "n=%ff@",
          "n=%ed%a0%80@",
          "n=@&n=@",
          "n[]=@",
          "=@",
          "@",
          "&&&&",
          "n=<@>",
          "n={@}",
          "n=|@",
          "n=\u043f@",
          "lang=@&locale=@",
          "trace=true&debug=@",
          "t=@&d=@&form=@",
          "a&".repeat(1_200));

  @Override
  public String spoil(Shot shot, Random random) {
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        String tail = Payloads.one(TAILS, random);
        shot.path += Payloads.marked(tail, shot);
        return "path ends with " + shortened(tail);
      }
      case 2, 3 -> {
        String value = Payloads.text(shot, random);
        String[] steps = shot.path.split("/", -1);
        int at = steps.length - 1 - random.nextInt(Math.max(1, steps.length - 1));
        steps[at] = Encoded.percent(value.length() > 3_000 ? shot.mark() : value);
        shot.path = String.join("/", steps);
        return "step " + at + " of the path";
      }
      case 4 -> {
        List<String> others =
            List.of(
                "*",
                "//",
                "/error",
                "/error/@",
                "http://@.example" + shot.path,
                "@.example:443",
                "/.." + shot.path,
                "/;@" + shot.path,
                "/api/v1/@",
                "/actuator/@",
                "/WEB-INF/@",
                "/%2e%2e/@",
                shot.path.toUpperCase(java.util.Locale.ROOT),
                "/be" + "/".repeat(3_000),
                "/problems/@",
                "/api/v1/registrations/1-1-1-1-1/confirmations",
                "/api/v1/registrations/%20/resend");
        String other = Payloads.one(others, random);
        shot.path = Payloads.marked(other, shot);
        return "another path: " + shortened(other);
      }
      default -> {
        String query = Payloads.one(QUERIES, random);
        boolean also = random.nextBoolean() && !shot.query.isEmpty();
        shot.query = (also ? shot.query + "&" : "") + Payloads.marked(query, shot);
        return "query " + shortened(query);
      }
    }
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
