package org.termin.standalone.demo;

import java.io.PrintWriter;

/** A line that fills as the work gets done; where there is no terminal it stays short. */
final class Bar {
  private static final int WIDTH = 40;

  private final PrintWriter out;
  private final String what;
  private final boolean terminal;
  private int shown = -1;

  Bar(PrintWriter out, String what) {
    this.out = out;
    this.what = what;
    this.terminal = System.console() != null && System.console().isTerminal();
  }

  synchronized void at(double part, String note) {
    int filled = (int) Math.round(Math.min(1, part) * WIDTH);
    if (terminal) {
      out.print(
          "\r%-10s [%s%s] %s   "
              .formatted(what, "#".repeat(filled), ".".repeat(WIDTH - filled), note));
      out.flush();
    } else if (filled / 10 > shown / 10 || shown < 0) {
      out.println("%-10s %3d %% %s".formatted(what, Math.round(part * 100), note));
    }
    shown = filled;
  }

  void done() {
    if (terminal) {
      out.println();
    }
  }
}
