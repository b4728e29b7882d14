package org.termin.notifier.community;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.termin.contract.words.JoinCode;

/**
 * A join code nobody thought of, in two groups of four. It is read out over a phone: nothing in it
 * looks like something else, and without vowels no word comes out by accident.
 */
final class Drawn {
  private static final String SIGNS = "BCDFGHJKMNPQRSTVWXYZ23456789";
  private static final int GROUP = 4;

  private Drawn() {}

  static JoinCode code(SecureRandom random) {
    return new JoinCode(group(random) + "-" + group(random));
  }

  private static String group(SecureRandom random) {
    return random
        .ints(GROUP, 0, SIGNS.length())
        .mapToObj(sign -> String.valueOf(SIGNS.charAt(sign)))
        .collect(Collectors.joining());
  }
}
