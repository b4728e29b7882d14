package org.termin.standalone.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.termin.guidance.ladder.StageNumber;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;

/** What phones and mailboxes have shown since somebody began to listen. */
final class Heard {
  private final Recording recording;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> changes = new HashMap<>();
  private final Map<String, Set<Integer>> versions = new HashMap<>();
  private final Map<String, String> samples = new LinkedHashMap<>();

  Heard(Recording recording) {
    this.recording = recording;
  }

  /** What has been shown so far is none of it. */
  void begin() {
    recording.inbox().forEach(seen -> known.add(seen.attempt()));
    changes.clear();
    versions.clear();
    samples.clear();
  }

  /** Day by day, because a recording keeps only the newest messages. */
  void live(int days) {
    for (int day = 0; day < days; day++) {
      recording.advance("P1D");
      recording.inbox().forEach(this::hear);
    }
  }

  private void hear(Seen seen) {
    if (!known.add(seen.attempt())) {
      return;
    }
    List<Told> told = seen.told();
    told.forEach(
        one -> versions.computeIfAbsent(seen.to(), _ -> new HashSet<>()).add(one.version()));
    if (told.stream().anyMatch(one -> StageNumber.isRulesChanged(one.stage()))) {
      changes.merge(seen.to(), 1, Integer::sum);
      samples.putIfAbsent(seen.channel(), seen.text());
    }
  }

  /** How often each contact was told that the rules changed. */
  Map<String, Integer> changes() {
    return changes;
  }

  /** Whether something was said of a document as it stands since that many changes of rules. */
  boolean heardOf(String contact, int version) {
    return versions.getOrDefault(contact, Set.of()).contains(version);
  }

  /** The first such message of each channel. */
  Map<String, String> samples() {
    return samples;
  }
}
