package org.termin.guidance.ladder;

import java.util.List;

/** The stages of one document. */
public final class Ladder {

  private Ladder() {}

  /** The stages a person with these contacts gets, each stale when the next of those comes. */
  public static List<Stage> forContacts(List<Stage> stages, boolean phone, boolean mail) {
    return stages.stream().filter(stage -> stage.audience().includes(phone, mail)).toList();
  }
}
