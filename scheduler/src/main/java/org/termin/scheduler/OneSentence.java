package org.termin.scheduler;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the scheduler did not start, for an operator's eyes, without a stack. */
final class OneSentence implements FailureAnalysisReporter {
  @Override
  public void report(FailureAnalysis analysis) {
    System.err.println("The scheduler cannot start: " + analysis.getDescription());
  }
}
