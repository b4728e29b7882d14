package org.termin.guidance.pack;

import java.util.List;

/**
 * What {@code packs/VERSION} says: the number of the packs, which only rises, and the hash of the
 * content that bears it. A rule that was changed without a new number would reach nobody, so a test
 * compares the two.
 *
 * @param hash as {@link Published#hash()} computes it
 */
public record Numbering(int number, String hash) {
  /** Where it stands on the class path. */
  public static final String RESOURCE = "packs/VERSION";

  /** As it stands on the class path; throws one sentence where it is not two lines. */
  public static Numbering load() {
    List<String> lines = PackReader.text(RESOURCE).strip().lines().toList();
    if (lines.size() != 2 || !lines.getFirst().matches("[1-9]\\d{0,8}")) {
      throw new IllegalStateException(
          RESOURCE + " must hold a number and a hash: run ./termin guidance number");
    }
    return new Numbering(Integer.parseInt(lines.getFirst()), lines.getLast());
  }

  /** Whether these packs are what the number stands for. */
  public boolean isOf(Packs packs) {
    return number == packs.version() && hash.equals(new Published(packs).hash());
  }

  /** The same, or the next number where these packs are others. */
  public Numbering after(Packs packs) {
    if (isOf(packs)) {
      return this;
    }
    int next = number + 1;
    return new Numbering(next, new Published(packs.numbered(next)).hash());
  }

  /** The lines of the file. */
  public String text() {
    return number + "\n" + hash + "\n";
  }
}
