package org.termin.standalone.hunt;

/**
 * One spelling of one value to look for.
 *
 * @param alone only where no letter, digit or dot stands before it and no letter or digit after
 * @param inTextOnly not in binary files, where so few bytes come up by chance
 */
record Pattern(String name, String encoding, byte[] bytes, boolean alone, boolean inTextOnly) {
  Pattern {
    if (bytes.length < 4) {
      throw new IllegalArgumentException("too short to be looked for: " + name);
    }
    bytes = bytes.clone();
  }

  boolean standsAlone(int before, int after) {
    return !alone || !(before == '.' || letterOrDigit(before)) && !letterOrDigit(after);
  }

  private static boolean letterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Never the value. */
  @Override
  public String toString() {
    return name + " (" + encoding + ")";
  }
}
