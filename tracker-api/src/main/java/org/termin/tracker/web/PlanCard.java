package org.termin.tracker.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.text.ByAnswer;

/** One document's plan in words, ready for a page. */
public record PlanCard(
    int number,
    String title,
    String tone,
    String badge,
    String headline,
    List<Line> dates,
    @Nullable Timeline timeline,
    @Nullable ByAnswer byAnswer,
    List<String> notes,
    List<String> waysOut,
    List<String> steps,
    List<String> unknown,
    List<String> help,
    List<Link> links,
    List<String> purposes,
    List<Why> reasons,
    List<Source> sources,
    List<String> reminders,
    boolean open) {

  /** A date with its name, and the mark it has in the picture; none if it has none. */
  public record Line(String label, String value, boolean strong, String mark) {}

  /** A reason; the one that decides is shown as such. */
  public record Why(String text, boolean binds) {}

  /** A page of an authority or of people who help. */
  public record Link(String url, String name) {}

  /** Where a rule was found and when somebody last looked. */
  public record Source(String url, String host, String checked) {}

  @Override
  public String toString() {
    return "PlanCard";
  }
}
