package org.termin.notifier.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.guidance.edition.Difference;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.review.SampleResident;
import org.termin.guidance.text.SmsLimits;
import org.termin.guidance.text.Texts;
import org.termin.guidance.text.Told;

/** What invented residents of the countries that change would read; never a real one. */
final class Invented {
  private static final int EACH = 2;

  private final Edition before;
  private final Edition after;
  private final Texts texts;
  private final LocalDate today;

  Invented(Edition before, Edition after, LocalDate today) {
    this.before = before;
    this.after = after;
    this.texts = Texts.of(after.packs());
    this.today = today;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    after.packs().countries().values().stream()
        .filter(pack -> !before.saysTheSameAs(after, pack.rules().country()))
        .sorted(Comparator.comparing(pack -> pack.rules().country().code()))
        .forEach(pack -> lines.addAll(of(pack)));
    return lines;
  }

  private List<String> of(CountryPack pack) {
    return SampleResident.of(pack.rules(), today).stream()
        .map(this::sample)
        .flatMap(Optional::stream)
        .limit(EACH)
        .flatMap(List::stream)
        .toList();
  }

  private Optional<List<String>> sample(SampleResident resident) {
    return Difference.between(before, after, resident.situation(), today).stream()
        .filter(Difference::isTold)
        .findFirst()
        .map(difference -> lines(resident, difference));
  }

  private List<String> lines(SampleResident resident, Difference difference) {
    Plan plan = after.plan(resident.situation(), today);
    SlotPlan was =
        before.plan(resident.situation(), today).slot(difference.document()).orElseThrow();
    SlotPlan will = plan.slot(difference.document()).orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s: apply by %s, was %s"
            .formatted(
                plan.country().code(), resident.name(), day(will.applyBy()), day(was.applyBy())));
    Told told = new Told(plan.country(), will, today, plan.slots().size() > 1, 0);
    for (Language language : Language.complete()) {
      String text = texts.sms(StageNumber.RULES_CHANGED, Wording.CLEAR, language, "word", told);
      lines.add("  %s, %d segments: %s".formatted(language.wire(), SmsLimits.segments(text), text));
    }
    return lines;
  }

  private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
    return day == null ? "no day" : day.toString();
  }
}
