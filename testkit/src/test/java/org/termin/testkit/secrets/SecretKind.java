package org.termin.testkit.secrets;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a secret looks like in a text; group 1 is the secret itself. */
enum SecretKind {
  PRIVATE_KEY("(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----)", _ -> true),
  TWILIO("(?<![A-Za-z0-9])((?:AC|SK)[0-9a-fA-F]{32})(?![A-Za-z0-9])", SecretKind::noSample),
  AWS("(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z2-7]{16})(?![A-Za-z0-9])", _ -> true),
  GITHUB("(?<![A-Za-z0-9])(gh[opsur]_[A-Za-z0-9]{36})(?![A-Za-z0-9])", _ -> true),
  PASSWORD_IN_JDBC_URL(
      "(?i)jdbc:[a-z0-9]+:[^\\s\"'`]*[?&;](?:ssl)?(?:password|pwd)=([^\\s\"'`&;${}<>%\\x80-\\xFF]+)",
      _ -> true),
  PASSWORD_IN_URL(
      "(?i)[a-z][a-z0-9+.-]+://[^\\s\"'`/:@]*:([^\\s\"'`/:@${}<>%\\x80-\\xFF]+)@", _ -> true),
  RANDOM_ASSIGNMENT(
      "(?i)(?:password|passwd|pwd|secret|token|api_?-?key|credential)"
          // a file or an address is named, not what is in it
          + "(?![a-z0-9_.-]{0,30}(?:file|path|dir|folder|url))[a-z0-9_.-]{0,30}"
          + "[\"']?[ \\t]*[:=>][ \\t]*[\"']?"
          // a call or a placeholder is no value
          + "([a-z0-9+/=_.~-]{16,})(?![a-z0-9+/=_.~(${-])",
      SecretKind::random),
  NOTHING_BUT_RANDOM("\\A\\s*([A-Za-z0-9+/=_-]{32,})\\s*\\z", SecretKind::random);

  private static final double BITS_PER_CHARACTER = 3.0;
  private static final Pattern DIGIT_AND_LETTER = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z]).*");

  final Pattern looks;
  private final Predicate<String> holds;

  SecretKind(String looks, Predicate<String> holds) {
    this.looks = Pattern.compile(looks);
    this.holds = holds;
  }

  boolean is(MatchResult match) {
    return holds.test(match.group(1));
  }

  /** AC and 32 times the same character is how a manual writes it. */
  private static boolean noSample(String account) {
    return account.substring(2).chars().distinct().count() > 1;
  }

  private static boolean random(String word) {
    return DIGIT_AND_LETTER.matcher(word).matches() && entropy(word) >= BITS_PER_CHARACTER;
  }

  /** Shannon's, in bits per character: about 3.7 for 32 hex digits, 0 for one letter repeated. */
  private static double entropy(String word) {
    int[] counts = new int[128];
    word.chars().forEach(each -> counts[each]++);
    double bits = 0;
    for (int count : counts) {
      double share = (double) count / word.length();
      bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
