package org.termin.notifier.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.termin.notifier.CannotStart;

/** Prints the sentence of a failed start-up check instead of a stack trace. */
final class OneSentence extends AbstractFailureAnalyzer<CannotStart> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
    @Nullable String sentence = cause.getMessage();
    return new FailureAnalysis(sentence == null ? "unknown" : sentence, null, cause);
  }
}
