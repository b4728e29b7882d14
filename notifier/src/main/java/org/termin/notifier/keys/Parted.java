package org.termin.notifier.keys;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two logs that were one until a disk was put back: in both the last line about a thing holds, so
 * what each of them says since they parted must stay behind what they share.
 */
final class Parted {
  private Parted() {}

  /**
   * All lines of both, each in its order: what they share once, then what the copy says since, then
   * what is said here since. Old lines may have been dropped from the front of either.
   */
  static String joined(String there, String here) {
    List<String> copy = there.lines().toList();
    List<String> own = here.lines().toList();
    int inCopy = bestStart(copy, own);
    int inOwn = bestStart(own, copy);
    int shared = run(copy, inCopy, own, 0);
    if (run(own, inOwn, copy, 0) > shared) {
      shared = run(own, inOwn, copy, 0);
      inCopy = 0;
    } else {
      inOwn = 0;
    }
    return Stream.of(
            copy.subList(0, inCopy),
            own.subList(0, inOwn + shared),
            copy.subList(inCopy + shared, copy.size()),
            own.subList(inOwn + shared, own.size()))
        .flatMap(List::stream)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Where the longest piece begins that the other one begins with. */
  private static int bestStart(List<String> lines, List<String> other) {
    int best = 0;
    int longest = run(lines, best, other, 0);
    // what is left must be longer than what was found
    for (int start = 1; start + longest < lines.size(); start++) {
      int length = run(lines, start, other, 0);
      if (length > longest) {
        best = start;
        longest = length;
      }
    }
    return best;
  }

  private static int run(List<String> lines, int at, List<String> other, int from) {
    int length = 0;
    while (at + length < lines.size()
        && from + length < other.size()
        && lines.get(at + length).equals(other.get(from + length))) {
      length++;
    }
    return length;
  }
}
