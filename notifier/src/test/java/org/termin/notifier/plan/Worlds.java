package org.termin.notifier.plan;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Window;
import org.termin.notifier.plan.Model.Doc;
import org.termin.notifier.plan.Model.Jitter;
import org.termin.notifier.plan.Model.Rules;
import org.termin.notifier.plan.Model.Someone;
import org.termin.notifier.record.Person;
import org.termin.testkit.Samples;

/** Invented people and rules, in the words of the model and in those of the real thing. */
final class Worlds {

  private static final ReceiptCode CODE = ReceiptCode.random();
  private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private Worlds() {}

  /**
   * One person on one day, and what happens to them.
   *
   * @param today the first plan is made on it, at five in the morning UTC
   * @param later days after which it is made again
   * @param edited which document changes after that; its new last day
   */
  record World(
      boolean west,
      Map<DocumentType, Rules> rules,
      Someone someone,
      LocalDate today,
      List<Integer> later,
      int edited,
      LocalDate newEnd,
      boolean filesInstead) {

    Instant now() {
      return at(today);
    }

    Rules of(Doc doc) {
      return rules.getOrDefault(doc.type(), GENERIC);
    }

    World with(Someone changed) {
      return new World(west, rules, changed, today, later, edited, newEnd, filesInstead);
    }

    /** The same person after the edit: another day, or the step has been filed. */
    World edited(LocalDate on) {
      List<Doc> docs = new ArrayList<>(someone.docs());
      int at = edited % docs.size();
      Doc old = docs.get(at);
      docs.set(
          at,
          filesInstead
              ? new Doc(old.number(), old.version() + 1, old.type(), old.ends(), on, false)
              : new Doc(old.number(), old.version() + 1, old.type(), newEnd, null, false));
      return with(
          new Someone(
              someone.phone(), someone.mail(), someone.jitter(), someone.registered(), docs));
    }
  }

  /** Nobody has written rules: our own leads, the printed day. */
  private static final Rules GENERIC =
      new Rules(List.of(), List.of(), List.of(), null, false, false, false);

  /** Five in the morning UTC: before both bands, and the same date in Warsaw and New York. */
  static Instant at(LocalDate day) {
    return day.atTime(5, 0).toInstant(ZoneOffset.UTC);
  }

  static Arbitrary<World> all() {
    Arbitrary<LocalDate> today = days(0, 700);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Combinators.combine(rules(), rules(), rules()).as(Worlds::byType),
            someone(),
            today,
            Arbitraries.integers().between(0, 300).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(0, 2),
            days(0, 2500),
            Arbitraries.of(true, false))
        .as(
            (west, rules, someone, day, later, edited, newEnd, files) ->
                possible(
                    new World(
                        west,
                        rules,
                        new Someone(
                            someone.phone(),
                            someone.mail(),
                            someone.jitter(),
                            day.minusDays(someone.registered().toEpochDay()),
                            someone.docs().stream().map(doc -> filedBefore(doc, day)).toList()),
                        day,
                        later.stream().sorted().toList(),
                        edited,
                        newEnd,
                        files)));
  }

  private static Doc filedBefore(Doc doc, LocalDate day) {
    LocalDate filed = doc.filed();
    return filed == null || !filed.isAfter(day)
        ? doc
        : new Doc(doc.number(), doc.version(), doc.type(), doc.ends(), day, false);
  }

  /** The model does not know what happens where the needed passport is over. */
  private static World possible(World world) {
    List<Doc> docs =
        world.someone().docs().stream()
            .map(
                doc ->
                    doc.type() == DocumentType.PASSPORT
                            && !doc.ends().isAfter(world.today().plusDays(302))
                        ? new Doc(
                            doc.number(),
                            doc.version(),
                            doc.type(),
                            world.today().plusDays(302 + doc.ends().toEpochDay() % 900),
                            doc.filed(),
                            doc.renewed())
                        : doc)
            .toList();
    LocalDate newEnd =
        world.newEnd().isAfter(world.today().plusDays(302))
            ? world.newEnd()
            : world.today().plusDays(303);
    Someone one = world.someone();
    return new World(
        world.west(),
        world.rules(),
        new Someone(one.phone(), one.mail(), one.jitter(), one.registered(), docs),
        world.today(),
        world.later(),
        world.edited(),
        newEnd,
        world.filesInstead());
  }

  private static Arbitrary<Someone> someone() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 400),
            docs())
        .as(
            (contacts, jitter, ago, docs) ->
                new Someone(
                    (contacts & 1) != 0,
                    (contacts & 2) != 0,
                    jitter,
                    LocalDate.ofEpochDay(ago),
                    docs));
  }

  private static Arbitrary<List<Doc>> docs() {
    Arbitrary<LocalDate> ends = days(100, 2500);
    Arbitrary<LocalDate> filed = days(-200, 700).injectNull(0.75);
    Arbitrary<Boolean> renewed = Arbitraries.frequency(Tuple.of(15, false), Tuple.of(1, true));
    return Combinators.combine(
            Arbitraries.integers().between(1, 7), ends, ends, ends, filed, filed, renewed, renewed)
        .as(
            (which, first, second, third, filedOne, filedTwo, renewedOne, renewedTwo) -> {
              List<Doc> docs = new ArrayList<>();
              if ((which & 1) != 0) {
                docs.add(doc(1, DocumentType.PASSPORT, first, filedOne, renewedOne));
              }
              if ((which & 2) != 0) {
                docs.add(doc(2, DocumentType.RESIDENCE_PERMIT, second, filedTwo, renewedTwo));
              }
              if ((which & 4) != 0) {
                docs.add(doc(3, DocumentType.TRAVEL_DOCUMENT, third, null, false));
              }
              return List.copyOf(docs);
            });
  }

  private static Doc doc(
      int number, DocumentType type, LocalDate ends, @Nullable LocalDate filed, boolean renewed) {
    return new Doc(number, 1, type, ends, renewed ? null : filed, renewed);
  }

  private static Map<DocumentType, Rules> byType(Rules passport, Rules permit, Rules travel) {
    Map<DocumentType, Rules> rules = new EnumMap<>(DocumentType.class);
    rules.put(DocumentType.PASSPORT, edges(passport, false, passport.needsPassport()));
    rules.put(
        DocumentType.RESIDENCE_PERMIT,
        edges(permit, permit.needsPassport() && !permit.opens().isEmpty(), false));
    rules.put(DocumentType.TRAVEL_DOCUMENT, edges(travel, false, false));
    return rules;
  }

  private static Rules edges(Rules rules, boolean needsPassport, boolean onlyAfterInvalid) {
    return new Rules(
        rules.opens(),
        rules.closes(),
        rules.grace(),
        rules.lead(),
        rules.asSoonAsItOpens() && !rules.opens().isEmpty() && !onlyAfterInvalid,
        needsPassport,
        onlyAfterInvalid);
  }

  private static Arbitrary<Rules> rules() {
    return Combinators.combine(
            periods(40, 400).list().ofMaxSize(2),
            periods(0, 27).list().ofMaxSize(2),
            periods(1, 120).list().ofMaxSize(2),
            Arbitraries.of(30, 60, 90, 120, 180, 365).injectNull(0.3),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (opens, closes, grace, lead, asItOpens, edge) ->
                new Rules(opens, closes, grace, lead, asItOpens, edge, false));
  }

  private static Arbitrary<Period> periods(int from, int to) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(from, to).map(Period::ofDays),
        Arbitraries.integers()
            .between(Math.ceilDiv(from, 28), Math.max(Math.ceilDiv(from, 28), to / 31))
            .map(Period::ofMonths));
  }

  private static Arbitrary<LocalDate> days(int from, int to) {
    return Arbitraries.integers().between(from, to).map(START::plusDays);
  }

  // --- the same in the words of the real thing

  static Guidance guidance(World world) {
    List<Route> routes =
        world.rules().entrySet().stream()
            .map(entry -> route(entry.getKey(), entry.getValue()))
            .toList();
    Country country = country(world);
    return new Guidance(
        1, Map.of(country, new Pack(country, START, null, routes, List.of(), List.of())));
  }

  private static Route route(DocumentType type, Rules rules) {
    List<Rule> edges = new ArrayList<>();
    if (rules.needsPassport()) {
      edges.add(
          new Rule.RequiresValidAtFiling(
              claim(type, "NEEDS"), DocumentType.PASSPORT, Certainty.KNOWN));
    }
    if (rules.onlyAfterInvalid()) {
      edges.add(new Rule.FiledOnlyAfterInvalid(claim(type, "AFTER"), type, Certainty.KNOWN));
    }
    Integer lead = rules.lead();
    return new Route(
        type + "-ROUTE",
        type,
        java.util.Set.of(),
        claim(type, "ROUTE"),
        new Window(
            rules.opens().isEmpty()
                ? new Opening.NoLimit()
                : new Opening.Before(claim(type, "OPENS"), rules.opens()),
            rules.closes().isEmpty()
                ? new Closing.NotKnown()
                : new Closing.Before(claim(type, "CLOSES"), rules.closes()),
            rules.grace().isEmpty() ? null : new Grace(claim(type, "GRACE"), rules.grace())),
        rules.asSoonAsItOpens(),
        false,
        edges,
        lead == null ? List.of() : List.of(new Lead(claim(type, "LEAD"), lead)),
        List.of(),
        List.of(),
        null);
  }

  private static Claim claim(DocumentType type, String name) {
    return new Claim(
        type + "-" + name,
        List.of(URI.create("https://example.org/" + name)),
        START,
        Confidence.HIGH,
        false,
        null,
        null);
  }

  private static Country country(World world) {
    return new Country(world.west() ? "US" : "PL");
  }

  static Person person(World world) {
    Someone one = world.someone();
    List<ContactSlot> contacts = new ArrayList<>();
    if (one.phone()) {
      contacts.add(slot(0, Samples.polishPhone(1)));
    }
    if (one.mail()) {
      contacts.add(slot(1, Samples.mail(1)));
    }
    Situation situation =
        new Situation(country(world), null, null, one.docs().stream().map(Worlds::held).toList());
    return new Person(
        ID,
        1,
        RecordState.ACTIVE,
        0,
        0,
        0,
        null,
        new PersonRecord(
            situation,
            4,
            contacts,
            2,
            one.jitter(),
            Wording.CLEAR,
            Language.EN,
            ZoneId.of(world.west() ? "America/New_York" : "Europe/Warsaw"),
            "warm wind",
            new Consents(true, false),
            null,
            CODE.view(),
            CODE.proofHash(),
            one.registered(),
            List.of(),
            List.of()),
        List.of());
  }

  /** All documents are one person's, so they are moved by the same days. */
  static Jitter secretDays(LedgerKeys keys, World world) {
    Person person = person(world);
    HeldDocument first = person.content().situation().documents().getFirst();
    return new Jitter(
        SecretDays.of(keys, person, first), SecretDays.ofGivenDays(keys, person, first));
  }

  private static ContactSlot slot(int number, Contact contact) {
    return new ContactSlot(number, contact, ContactState.CONFIRMED, null);
  }

  private static HeldDocument held(Doc doc) {
    LocalDate filed = doc.filed();
    DocumentState state =
        doc.renewed()
            ? DocumentState.RENEWED
            : filed == null ? DocumentState.HELD : new DocumentState.Filed(filed);
    return new HeldDocument(doc.number(), doc.version(), 1, doc.type(), doc.ends(), state);
  }
}
