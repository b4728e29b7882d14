package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Random;

/** Spoils headers: what a browser says of itself, what it wants, and what no header may be. */
final class HeaderSpoiler implements Spoiler {
  private static final List<Shot.Pair> HEADERS =
      List.of(
          pair("Accept", "@"),
          pair("Accept", "///;@"),
          pair("Accept", "text/@;q=@"),
          pair("Accept", "application/json"),
          pair("Accept", "image/png"),
          pair("Accept", "text/html;q=2,*/*;q=-1"),
          pair("Accept", "text/html;charset=@"),
          pair("Accept", "*/*,".repeat(200)),
          pair("Accept-Language", "@"),
          pair("Accept-Language", "be;q=@"),
          pair("Accept-Language", ";q=1"),
          pair("Accept-Language", ","),
          pair("Accept-Language", "-"),
          pair("Accept-Language", "*-@"),
          pair("Accept-Language", "*;q=0"),
          pair("Accept-Language", "be;q=0.5;q=0.7"),
          pair("Accept-Language", "x-@, i-@, be-@-@-@-@-@"),
          pair("Accept-Language", "../../@"),
          pair("Accept-Language", "accept-language: be"),
          pair("Accept-Language", "be,ru;q=1e9,en;q=NaN"),
          pair("Accept-Language", "\u0431\u0435@"),
          pair("Accept-Encoding", "gzip, @"),
          pair("Accept-Charset", "@"),
          pair("User-Agent", "@ ${jndi:ldap://@/}"),
          pair("Referer", "https://@.example/"),
          pair("Origin", "https://@.example"),
          pair("Origin", "null"),
          pair("Sec-Fetch-Site", "cross-site"),
          pair("Sec-Fetch-Site", "@"),
          pair("Access-Control-Request-Method", "@"),
          pair("X-Forwarded-For", "@, 203.0.113.9"),
          pair("X-Forwarded-Host", "@.example"),
          pair("X-Forwarded-Proto", "@"),
          pair("X-Forwarded-Prefix", "/@"),
          pair("Forwarded", "for=@;host=@;proto=@"),
          pair("X-Original-URL", "/@"),
          pair("X-HTTP-Method-Override", "@"),
          pair("Host", "@.example"),
          pair("Host", "@:port"),
          pair("Host", "[::@]"),
          pair("Host", "a b@"),
          pair("Host", ""),
          pair("Range", "bytes=0-@"),
          pair("Range", "bytes=0-1,5-2"),
          pair("If-None-Match", "@"),
          pair("If-None-Match", "\"@\", W/\"@\", *"),
          pair("If-Modified-Since", "@"),
          pair("If-Match", "\"@\""),
          pair("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"),
          pair("Expect", "@"),
          pair("Expect", "100-continue"),
          pair("Upgrade", "@"),
          pair("Upgrade", "websocket"),
          pair("Content-Length", "@"),
          pair("Content-Length", "-1"),
          pair("Content-Length", "99999999999999999999"),
          pair("Content-Encoding", "@"),
          pair("Content-Type", "@"),
          pair("Content-Type", "text/@"),
          pair("Content-Type", "application/json;charset=@"),
          pair("Content-Type", "application/json;charset=UTF-16"),
          pair("Content-Type", "application/x-www-form-urlencoded;charset=@"),
          pair("Content-Type", "application/x-www-form-urlencoded;charset=UTF-16"),
          pair("Content-Type", "application/x-www-form-urlencoded"),
          pair("Content-Type", "multipart/form-data; boundary=@"),
          pair("Content-Type", "multipart/form-data"),
          pair("Content-Type", "application/xml"),
          pair("Content-Type", "///"),
          pair("Content-Type", ""),
          pair("X-@", "@"),
          pair("@ with spaces", "@"),
          pair("@\u0000", "@"),
          pair("", "@"),
          pair("X-Zero", "@\u0000@"),
          pair("X-Folded", "@\r\n @"),
          pair("X-Split", "@\n@: @"),
          pair("X-Letters", "@\u0436\ufffe"));

  private static Shot.Pair pair(String name, String value) {
    return new Shot.Pair(name, value);
  }

  @Override
  public String spoil(Shot shot, Random random) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      String mark = shot.mark();
      for (int i = 0; i < 130; i++) {
        shot.headers.add(new Shot.Pair("X-" + mark + i, mark));
      }
      return "130 headers";
    }
    if (kind == 1) {
      shot.headers.add(new Shot.Pair("X-Long", shot.mark() + "a".repeat(20_000)));
      return "a header of 20 kB";
    }
    Shot.Pair one = Payloads.one(HEADERS, random);
    var spoilt = pair(Payloads.marked(one.name(), shot), Payloads.marked(one.value(), shot));
    if (kind < 5) {
      shot.headers.add(spoilt);
    } else {
      shot.header(spoilt.name(), spoilt.value());
    }
    return "header " + one.name() + ": " + (one.value().length() > 40 ? "…" : one.value());
  }
}
