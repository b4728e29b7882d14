package org.termin.notifier.winddown;

/** An operator's word that changes nothing, and why, in one sentence. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;

  Refused(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
