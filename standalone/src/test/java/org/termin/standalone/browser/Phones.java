package org.termin.standalone.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers that nobody has used yet, far apart: neighbours asking for codes are held back. */
final class Phones {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Phones() {}

  static String next() {
    int number = NEXT.getAndIncrement();
    return "+4851%d%d00%03d".formatted(2 + number % 7, number / 7 % 10, number);
  }
}
