package org.termin.standalone.hunt;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Finds many patterns in one pass over bytes, after Aho and Corasick. */
final class ByteMatcher {
  private static final int CHUNK = 1 << 20;
  private static final int NOBODY = -1;

  private final List<Pattern> patterns;
  private final int longest;
  private int[] next = new int[256 * 1024];
  private int states = 1;

  /** Per state the patterns that end there, their suffixes' included. */
  private final List<int[]> ends = new ArrayList<>();

  ByteMatcher(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.longest = patterns.stream().mapToInt(one -> one.bytes().length).max().orElse(0);
    ends.add(new int[0]);
    for (int number = 0; number < patterns.size(); number++) {
      add(patterns.get(number).bytes(), number);
    }
    link();
  }

  int size() {
    return patterns.size();
  }

  private void add(byte[] bytes, int number) {
    int at = 0;
    for (byte one : bytes) {
      int edge = at * 256 + (one & 0xff);
      if (next[edge] == 0) {
        next[edge] = states++;
        ends.add(new int[0]);
        if (states * 256 > next.length) {
          next = Arrays.copyOf(next, next.length * 2);
        }
      }
      at = next[edge];
    }
    ends.set(at, joined(ends.get(at), new int[] {number}));
  }

  /** Every missing edge leads to where the longest suffix would lead. */
  private void link() {
    int[] suffix = new int[states];
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int one = 0; one < 256; one++) {
        int edge = at * 256 + one;
        int fallback = at == 0 ? 0 : next[suffix[at] * 256 + one];
        if (next[edge] == 0) {
          next[edge] = fallback;
        } else {
          int to = next[edge];
          suffix[to] = fallback;
          ends.set(to, joined(ends.get(to), ends.get(fallback)));
          open.add(to);
        }
      }
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Says every pattern that is found, some of them twice; returns how many bytes there were. */
  long search(InputStream in, boolean text, Consumer<Pattern> found) throws IOException {
    byte[] buffer = new byte[longest + 2 + CHUNK];
    int kept = 0;
    long all = 0;
    while (true) {
      int read = in.readNBytes(buffer, kept, CHUNK);
      boolean last = read < CHUNK;
      all += read;
      int size = kept + read;
      search(buffer, size, all > read, last, text, found);
      if (last) {
        return all;
      }
      // what lies across the border is read again, with the byte before it and after it
      kept = longest + 2;
      System.arraycopy(buffer, size - kept, buffer, 0, kept);
    }
  }

  private void search(
      byte[] bytes, int size, boolean more, boolean last, boolean text, Consumer<Pattern> found) {
    int state = 0;
    for (int at = 0; at < size; at++) {
      state = next[state * 256 + (bytes[at] & 0xff)];
      for (int number : ends.get(state)) {
        Pattern pattern = patterns.get(number);
        int before = at - pattern.bytes().length;
        // without its neighbours it was judged before, or will be
        boolean seenWhole = (before >= 0 || !more) && (at + 1 < size || last);
        if (seenWhole
            && (text || !pattern.inTextOnly())
            && pattern.standsAlone(
                before < 0 ? NOBODY : bytes[before], at + 1 < size ? bytes[at + 1] : NOBODY)) {
          found.accept(pattern);
        }
      }
    }
  }
}
