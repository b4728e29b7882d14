package org.termin.scheduler;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Hands our own sentence to Spring Boot's way of reporting. */
final class WhyNotStarted extends AbstractFailureAnalyzer<CannotStart> {
  @Override
  protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
