package org.termin.notifier.rehearsal;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Language;

/** An outlook as lines for an operator; numbers that could point at a person are not told. */
final class OutlookSheet {
  /** As in the published waves: fewer than eleven people are nobody's business. */
  private static final int LEAST = 11;

  private static final String ROW = "%-8s %9s %12s %13s";

  private OutlookSheet() {}

  static List<String> lines(Outlook outlook) {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("country", "people", "dates moved", "people told"));
    outlook.countries().forEach((country, row) -> lines.add(row(country, row)));
    lines.add(all(outlook));
    lines.add("");
    lines.add(
        "messages: %s texts of together %s segments, %s mails"
            .formatted(
                roughly(outlook.messages(Channel.SMS)),
                roughly(outlook.segments()),
                roughly(outlook.messages(Channel.EMAIL))));
    lines.add("languages: " + languages(outlook.languages()));
    if (outlook.alreadyCurrent() > 0) {
      lines.add(count(outlook.alreadyCurrent()) + " people are planned with these rules already.");
    }
    if (outlook.notCompared() > 0) {
      lines.add(
          count(outlook.notCompared())
              + " people cannot be compared: they will be planned anew and told nothing.");
    }
    if (outlook.notReadable() > 0) {
      lines.add(count(outlook.notReadable()) + " records do not open: see RECORD_HELD.");
    }
    return lines;
  }

  private static String row(String name, Outlook.Row row) {
    return ROW.formatted(name, count(row.people()), count(row.moved()), count(row.told()));
  }

  /** Beside numbers that are not told, the sum is that of the others. */
  private static String all(Outlook outlook) {
    Outlook.Row sum = outlook.all();
    return ROW.formatted(
        "all",
        sum(outlook, Outlook.Row::people, sum),
        sum(outlook, Outlook.Row::moved, sum),
        sum(outlook, Outlook.Row::told, sum));
  }

  private static String sum(Outlook outlook, ToIntFunction<Outlook.Row> column, Outlook.Row sum) {
    int number = column.applyAsInt(sum);
    int kept =
        outlook.countries().values().stream().mapToInt(column).filter(OutlookSheet::isSmall).sum();
    return kept == 0 ? count(number) : number - kept + "+";
  }

  /** Parts of one sum: exact ones would tell each other. */
  private static String roughly(int number) {
    return number < LEAST ? count(number) : "about " + number / 10 * 10;
  }

  private static boolean isSmall(int number) {
    return number > 0 && number < LEAST;
  }

  private static String languages(Map<Language, Integer> languages) {
    return languages.isEmpty()
        ? "none"
        : languages.entrySet().stream()
            .map(one -> one.getKey().wire() + " " + roughly(one.getValue()))
            .collect(joining(", "));
  }

  private static String count(int number) {
    return isSmall(number) ? "under " + LEAST : Integer.toString(number);
  }
}
