package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Random;

/** Values nobody means well with; {@code @} stands for the marker of the request. */
final class Payloads {
  private static final List<String> TEXTS =
      List.of(
          "@",
          " @ ",
          "<script>alert('@')</script>",
          "\"><img src=x onerror=\"@\">",
          "' onmouseover='@",
          "&lt;@&gt;&#x3c;",
          "' or '@'='@' --",
          "@'; drop table door.inbox; --",
          "${jndi:ldap://@.example/a}",
          "${T(java.lang.Runtime).getRuntime().exec('@')}",
          "#{7*7}@",
          "*{@}",
          "__${@}__::.x",
          "~{@ :: main}",
          "{{@}}<%= @ %>",
          "{0}{1,number}@",
          "%n%s%x@",
          "../../../../etc/passwd/@",
          "..\\..\\@",
          "file:///etc/@",
          "http://@.example/",
          "@\u0000",
          "\u0001\u0008\u001b[2J@",
          "@\r\nSet-Cookie: @=1\r\n\r\n",
          "\u202e@\u202c",
          "\u2066@",
          "\u200b@\ufeff",
          "\ud800@",
          "@\udc00",
          "\ud83d\ude00@",
          "\u0130@\u0131\u017f",
          "@e\u0301\u0301\u0301\u0301",
          "@@example.org",
          "@@tut.by",
          "\"@\"@[127.0.0.1]",
          "@@xn--80ak6aa92e.com",
          "@@mail.example..org",
          "@@\u043f\u043e\u0447\u0442\u0430.\u0431\u0435\u043b",
          "+48@",
          "+375 29 @",
          "tel:+48512345678;phone-context=@",
          "@-@-@-@-@-@");

  private static final List<String> DAYS =
      List.of(
          "0000-01-01",
          "9999-12-31",
          "2026-02-30",
          "2026-13-01",
          "2027-02-29T00:00",
          "-999999999-01-01",
          "+999999999-12-31",
          "1969-12-31",
          "2200-01-01",
          "29.02.2027",
          "31.11.2026",
          "00.00.0000",
          "1.1.99999",
          "14.03.27",
          "14..03..2027",
          "\u0662\u0660\u0662\u0667-\u0660\u0661-\u0660\u0661",
          "\uff12\uff10\uff12\uff17-01-01",
          "2027-W01-1");

  private static final List<String> PHONES =
      List.of(
          "00375291234567",
          "+375291234567",
          "+79161234567",
          "+881612345678",
          "+48701234567",
          "+48512345678901234567890",
          "+48 512 345 678 ext 9",
          "+\u0664\u0668\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
          "++48512345678",
          "+48512345678\u0000",
          "+9999999999999999999999999999999999999999",
          "8 029 123 45 67");

  private static final List<String> SHORT =
      List.of("", " ", "\t", "+", "-1", "0", "1", "BY", "XQ", "pl", "null", "true", "\u0000", "[]");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-0",
          "1.0",
          "1e3",
          "1e999",
          "1e-400",
          "254",
          "255",
          "2147483648",
          "-9223372036854775809",
          "NaN",
          "-Infinity",
          "0x10",
          "007",
          "true",
          "null",
          "\"1\"",
          "[1]",
          "{}",
          "9".repeat(900),
          "1" + "0".repeat(1_200) + "e1");

  private Payloads() {}

  static String text(Shot shot, Random random) {
    int kind = random.nextInt(20);
    if (kind < 11) {
      return marked(one(TEXTS, random), shot);
    }
    if (kind < 15) {
      return told(one(DAYS, random), shot);
    }
    if (kind < 17) {
      return told(one(PHONES, random), shot);
    }
    if (kind < 18) {
      return one(SHORT, random);
    }
    // around every limit of the readers, and far beyond them
    int length = List.of(24, 30, 40, 41, 60, 100, 101, 254, 300, 5_000).get(random.nextInt(10));
    return (shot.mark() + "a".repeat(length)).substring(0, length);
  }

  static String marked(String text, Shot shot) {
    return text.replace("@@", shot.mark() + "\uffff")
        .replace("@", shot.mark())
        .replace('\uffff', '@');
  }

  private static String told(String text, Shot shot) {
    shot.told.add(text);
    return text;
  }

  static Encoded.Raw number(Random random) {
    return new Encoded.Raw(one(NUMBERS, random));
  }

  static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
