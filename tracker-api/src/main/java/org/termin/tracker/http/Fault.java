package org.termin.tracker.http;

/** One thing wrong with what was sent: where, as a JSON pointer, and what; never the value. */
public record Fault(String pointer, ProblemKind kind) {}
