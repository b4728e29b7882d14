package org.termin.contract.sealed;

import java.util.Set;
import java.util.regex.Pattern;

/** What the files beside the keys are called: for whoever has to find every key, or a replica. */
public final class KeyFileNames {
  /** Lies in a replica of the keys, and stays when the last key there is destroyed. */
  public static final String REPLICA_MARK = "replica.mark";

  /** A key, and what a crash may have left of its writing. */
  private static final Pattern KEY = Pattern.compile("\\.?(epoch-\\d+|ledger)\\.key(\\..+)?");

  /** What is copied to a replica and outlives the keys. */
  private static final Set<String> LOGS = Set.of("stops.log", "epochs.log", "wind-down.log");

  private KeyFileNames() {}

  /** Whether a file of that name holds a key or a part of one. */
  public static boolean isKey(String fileName) {
    return KEY.matcher(fileName).matches();
  }

  /**
   * Whether a file of that name shows that its folder is a replica and not the empty place of a
   * disk that is not mounted: a replica without keys has been emptied, such a place has not.
   */
  public static boolean showsReplica(String fileName) {
    return fileName.equals(REPLICA_MARK) || LOGS.contains(fileName) || isKey(fileName);
  }
}
