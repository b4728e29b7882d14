package org.termin.guidance.review;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.text.Texts;

/**
 * What an edited pack changes for its sample residents.
 *
 * @param residents how many were looked at
 * @param moved how many of them read something else now
 * @param lines their plans, with − before what was and + before what will be
 */
public record Comparison(int residents, int moved, List<String> lines) {

  public Comparison {
    lines = List.copyOf(lines);
  }

  /** Plans everybody twice; a country that had no pack is shown against the generic ladder. */
  public static Comparison of(
      Packs before, CountryPack edited, Language language, LocalDate today) {
    Packs after = before.with(edited);
    Side was = new Side(before, language);
    Side will = new Side(after, language);
    List<String> lines = new ArrayList<>();
    List<SampleResident> residents = SampleResident.of(edited.rules(), today);
    int moved = 0;
    for (SampleResident resident : residents) {
      List<String> old = was.plan(resident, today);
      List<String> now = will.plan(resident, today);
      if (!old.equals(now)) {
        moved++;
        lines.add(resident.name());
        rows(old, now).forEach(lines::add);
        lines.add("");
      }
    }
    return new Comparison(residents.size(), moved, lines);
  }

  private record Side(Guidance guidance, PlanSheet sheet) {
    Side(Packs packs, Language language) {
      this(Guidance.of(packs), new PlanSheet(Texts.of(packs), language));
    }

    List<String> plan(SampleResident resident, LocalDate today) {
      Plan plan = Planner.plan(resident.situation(), guidance, today);
      return sheet.lines(plan);
    }
  }

  private static List<String> rows(List<String> old, List<String> now) {
    List<String> rows = new ArrayList<>();
    for (DiffRow row : DiffRowGenerator.create().build().generateDiffRows(old, now)) {
      switch (Objects.requireNonNull(row.getTag())) {
        case EQUAL -> kept(row.getOldLine(), rows);
        case DELETE -> removed(row.getOldLine(), rows);
        case INSERT -> added(row.getNewLine(), rows);
        case CHANGE -> {
          removed(row.getOldLine(), rows);
          added(row.getNewLine(), rows);
        }
      }
    }
    return rows;
  }

  /** Of what stays, the documents' first lines are enough to know where one is. */
  private static void kept(String line, List<String> rows) {
    if (!line.startsWith(" ")) {
      rows.add("    " + line);
    }
  }

  private static void removed(@Nullable String line, List<String> rows) {
    if (line != null && !line.isEmpty()) {
      rows.add("  − " + line);
    }
  }

  private static void added(@Nullable String line, List<String> rows) {
    if (line != null && !line.isEmpty()) {
      rows.add("  + " + line);
    }
  }
}
