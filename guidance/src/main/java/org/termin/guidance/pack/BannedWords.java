package org.termin.guidance.pack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no text may ever say; the lists stand beside the packs, for everyone to read. */
public record BannedWords(
    List<Pattern> everywhere,
    List<Pattern> sms,
    List<Pattern> discreet,
    List<Pattern> beforeOpening,
    List<Pattern> links) {

  record Lists(
      List<String> everywhere,
      List<String> sms,
      List<String> discreet,
      List<String> beforeOpening,
      List<String> links) {}

  /** Nobody sees it, and no word is another one for it. */
  private static final String SOFT_HYPHEN = "\u00AD";

  /** Reads the lists. */
  public static BannedWords load() {
    Lists lists = PackReader.read("packs/banned.yaml", Lists.class);
    return new BannedWords(
        patterns(lists.everywhere()),
        patterns(lists.sms()),
        patterns(lists.discreet()),
        patterns(lists.beforeOpening()),
        patterns(lists.links()));
  }

  /** What a text says that no text may say. */
  public Optional<String> inText(String text) {
    return first(everywhere, text);
  }

  /** What a text message says that it must not. */
  public Optional<String> inSms(String text) {
    return inText(text).or(() -> first(sms, text));
  }

  /** What a discreet message says that somebody who sees the lock screen must not read. */
  public Optional<String> inDiscreet(String text) {
    return inText(text).or(() -> first(discreet, text));
  }

  /** An order to file, which nobody gets before the day on which it can be filed. */
  public Optional<String> orderToFile(String text) {
    return first(beforeOpening, text);
  }

  /** Whether a resident may be led there; organisations that use the rules see every source. */
  public boolean mayLink(URI address) {
    String host = address.getHost();
    return host != null && first(links, host).isEmpty();
  }

  private static Optional<String> first(List<Pattern> patterns, String text) {
    // once for all patterns: asking at every letter for either case takes three times as long
    String lower = text.replace(SOFT_HYPHEN, "").toLowerCase(Locale.ROOT);
    return patterns.stream()
        .map(pattern -> pattern.matcher(lower))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private static List<Pattern> patterns(List<String> words) {
    return words.stream().map(BannedWords::pattern).toList();
  }

  private static Pattern pattern(String words) {
    if (!words.equals(words.toLowerCase(Locale.ROOT))) {
      throw new IllegalStateException(
          "banned words are written in small letters and match capital ones too: " + words);
    }
    return Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
