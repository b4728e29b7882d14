package org.termin.notifier;

/** An operator's word that changes nothing, and why, in one sentence. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;

  /** Throws that sentence at the operator. */
  public Refused(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
