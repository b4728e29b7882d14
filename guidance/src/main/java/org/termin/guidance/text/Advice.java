package org.termin.guidance.text;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.pack.PackTexts.OfficialPage;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Claim;

/**
 * What to do about one document in its country.
 *
 * @param official the document's name in the host language
 * @param action what to do now, where the country says it in place of a general sentence
 * @param filesNothing nothing is handed in on this way, so nothing is said of when it is taken
 * @param byAnswer what depends on a question nobody has answered; none where nothing does
 * @param missed what follows if nothing is done
 * @param page the authority's page, with the day of what we know from it
 * @param checked false: nobody has checked this country's rules, and the texts say so
 */
public record Advice(
    boolean checked,
    @Nullable String action,
    @Nullable String official,
    boolean filesNothing,
    @Nullable ByAnswer byAnswer,
    List<Line> steps,
    @Nullable String missed,
    List<Line> unknown,
    @Nullable OfficialPage page,
    @Nullable String help,
    @Nullable URI helpPage,
    @Nullable LocalDate asOf) {

  private static final Set<Said> OF_FILING = Set.of(Said.OPENING_NOT_KNOWN, Said.CLOSING_NOT_KNOWN);
  private static final Set<Flag> ABOUT_FILING =
      Set.of(Flag.OPENING_NOT_KNOWN, Flag.CLOSING_NOT_KNOWN, Flag.NOT_CONFIRMED);
  private static final BannedWords BANNED = BannedWords.load();

  public Advice {
    steps = List.copyOf(steps);
    unknown = List.copyOf(unknown);
  }

  /** One sentence and where its facts were read. */
  public record Line(String text, List<CountryPack.Origin> sources) {
    public Line {
      sources = List.copyOf(sources);
    }
  }

  /** The reasons of a plan that have a meaning on this way; other grounds are told by answer. */
  public List<Trace.Line> reasons(Trace trace) {
    return trace.lines().stream()
        .filter(line -> byAnswer == null || line.said() != Said.OTHER_GROUND)
        .filter(line -> !filesNothing || !OF_FILING.contains(line.said()))
        .toList();
  }

  /** Whether a remark about a plan has a meaning on this way; the printed day needs no doubt. */
  public boolean tells(Flag flag) {
    return !filesNothing || !ABOUT_FILING.contains(flag);
  }

  /**
   * Where what is told about a document was read, each address once: never a page that would tell
   * the state of origin who looks, or whose visit is an offence there.
   */
  public Map<URI, LocalDate> sources(Trace trace) {
    Map<URI, LocalDate> sources = new LinkedHashMap<>();
    for (Trace.Line line : trace.lines()) {
      Claim claim = line.claim();
      if (claim != null) {
        claim.sources().forEach(source -> sources.putIfAbsent(source, claim.checked()));
      }
    }
    steps.forEach(
        step -> step.sources().forEach(one -> sources.putIfAbsent(one.url(), one.checked())));
    sources.keySet().removeIf(address -> !BANNED.mayLink(address));
    return Collections.unmodifiableMap(sources);
  }

  static Advice of(Phrasebook book, Told told, CountryTexts country, Optional<CountryPack> pack) {
    Language language = book.language();
    PackTexts.RouteTexts route = country.route(told);
    PackTexts.Help help = country.own().help();
    LocalText mail = help == null ? null : help.mail();
    Slots slots = new Slots(book, told, false, false, Slots.Doubt.WORD);
    return new Advice(
        pack.isPresent(),
        Actions.own(book, country, told, slots),
        country.official(told.slot().document().type()),
        route.filesNothing(),
        ByAnswer.of(book, told, country, pack.map(known -> known.rules().question()).orElse(null)),
        lines(language, told, route.steps(), pack),
        slots.fill(route.missed().in(language)),
        lines(language, told, route.unknown(), pack),
        route.page(),
        mail == null ? null : mail.in(language),
        help == null ? null : help.url(),
        pack.map(known -> known.rules().asOf()).orElse(null));
  }

  private static List<Line> lines(
      Language language, Told told, List<PackTexts.Step> steps, Optional<CountryPack> pack) {
    boolean mayFile = Actions.mayFile(told.slot());
    return steps.stream()
        .filter(step -> step.isFor(told.slot().document().type(), mayFile))
        .filter(step -> holds(step, told.today(), pack))
        .map(step -> new Line(step.text().in(language), origins(step, pack)))
        .toList();
  }

  /** A step that rests on something that has ended since nobody is told any more. */
  private static boolean holds(PackTexts.Step step, LocalDate today, Optional<CountryPack> pack) {
    return pack.stream()
        .flatMap(known -> step.facts().stream().map(known.facts()::get))
        .filter(Objects::nonNull)
        .noneMatch(fact -> fact.claim().hasEndedSinceOn(today));
  }

  /** The first source that a resident may be led to. */
  private static Stream<CountryPack.Origin> shown(CountryPack pack, String fact) {
    return Stream.ofNullable(pack.facts().get(fact))
        .flatMap(
            known -> known.origins().stream().filter(one -> BANNED.mayLink(one.url())).limit(1));
  }

  private static List<CountryPack.Origin> origins(PackTexts.Step step, Optional<CountryPack> pack) {
    return pack.stream()
        .flatMap(known -> step.facts().stream().flatMap(fact -> shown(known, fact)))
        .distinct()
        .toList();
  }
}
