package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Periods;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution.Edge;

/** Reckons one route for one document with an end: O, C, G, A, S and what stands in the way. */
final class Reckoning {

  private final Pack pack;
  private final Route route;
  private final HeldDocument document;
  private final Holdings holdings;
  private final LocalDate end;

  /** Today; for a filed document the day of filing: a rule is applied on the day of its use. */
  private final LocalDate day;

  private final @Nullable String ground;
  private final boolean lost;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final List<Bound> bounds = new ArrayList<>();
  private final List<Bound> required = new ArrayList<>();
  private final List<Bound> blocking = new ArrayList<>();

  private boolean openingKnown = true;
  private boolean undecided;
  private @Nullable LocalDate opens;
  private @Nullable LocalDate graceEnd;
  private @Nullable LocalDate passed;

  private Reckoning(
      Pack pack,
      Route route,
      HeldDocument document,
      Holdings holdings,
      LocalDate end,
      LocalDate day,
      @Nullable String ground) {
    this.ground = ground;
    this.pack = pack;
    this.route = route;
    this.document = document;
    this.holdings = holdings;
    this.end = end;
    this.day = day;
    this.lost =
        document.state() instanceof DocumentState.Lost
            && document.type() != DocumentType.RESIDENCE_PERMIT;
  }

  static Step of(
      Pack pack,
      Route route,
      HeldDocument document,
      Holdings holdings,
      LocalDate end,
      LocalDate day,
      @Nullable String ground) {
    return new Reckoning(pack, route, document, holdings, end, day, ground).reckon();
  }

  private Step reckon() {
    say(Said.PRINTED, route.id(), document.type(), end, true, null);
    opening();
    boolean afterInvalid = afterInvalid();
    LocalDate closes = afterInvalid ? end : closing();
    grace(afterInvalid);
    route.rules().forEach(rule -> requirement(rule, closes));
    cap();
    neededBy(afterInvalid);
    LocalDate first = opens == null || opens.isBefore(day) ? day : opens;
    boolean closed = routeEnd(first);

    boolean openEnded = bounds.isEmpty();
    Bound binding =
        openEnded
            ? new Bound(first(end.plusDays(1)), Bound.Sort.GENERIC, route.id(), null, false, null)
            : bounds.stream().min(Bound.EARLIEST).orElseThrow();
    Bound blockedBy =
        blocking.stream()
            .filter(bound -> bound.day().isBefore(first))
            .min(Bound.EARLIEST)
            .orElse(null);
    LocalDate applyBy = binding.day();
    if (blockedBy != null) {
      binding = blockedBy;
      applyBy = blockedBy.day().isBefore(day) ? day : blockedBy.day();
    }
    LocalDate startBy = startBy(applyBy, closes, afterInvalid && blockedBy == null);
    if (!binding.confirmed()) {
      flags.add(Flag.NOT_CONFIRMED);
    }
    LocalDate lastFiling = closes;
    if (afterInvalid) {
      lastFiling = openEnded ? LocalDate.MAX : applyBy;
    } else if (graceEnd != null) {
      lastFiling = graceEnd;
    }
    return new Step(
        route,
        end,
        afterInvalid,
        openEnded,
        openingKnown,
        opens,
        closes,
        graceEnd,
        lastFiling,
        applyBy,
        passed == null ? binding.day() : passed,
        startBy,
        DAYS.between(startBy, applyBy),
        binding,
        List.copyOf(required),
        blockedBy,
        closed,
        undecided,
        Set.copyOf(flags),
        marked(binding));
  }

  private List<Line> marked(Bound binding) {
    return lines.stream()
        .map(
            line ->
                line.rule().equals(binding.rule()) && binding.day().equals(line.day())
                    ? line.binding()
                    : line)
        .toList();
  }

  private LocalDate first(LocalDate fallback) {
    return opens == null ? fallback : opens;
  }

  private LocalDate closing() {
    return switch (route.window().closing()) {
      case Closing.NotKnown() -> {
        flags.add(Flag.CLOSING_NOT_KNOWN);
        bounds.add(new Bound(end, Bound.Sort.WINDOW, route.id(), null, false, null));
        say(Said.CLOSING_NOT_KNOWN, route.id(), null, end, false, null);
        yield end;
      }
      case Closing.Before(Claim claim, var periods) -> {
        LocalDate closes = Periods.closingBefore(end, periods);
        boolean fact = restricts(claim, closes);
        bounds.add(new Bound(closes, Bound.Sort.WINDOW, claim.id(), null, fact, claim));
        say(Said.CLOSES, claim.id(), null, closes, fact, claim);
        yield closes;
      }
    };
  }

  private void opening() {
    if (document.state() instanceof DocumentState.Lost(LocalDate on) && lost) {
      opens = on;
      say(Said.OPENS, route.id(), null, on, true, null);
      return;
    }
    switch (route.window().opening()) {
      case Opening.NoLimit() -> say(Said.OPENS_AT_ANY_TIME, route.id(), null, null, true, null);
      case Opening.NotKnown() -> {
        openingKnown = false;
        say(Said.OPENING_NOT_KNOWN, route.id(), null, null, false, null);
      }
      case Opening.Before(Claim claim, var periods) -> {
        LocalDate day = Periods.openingBefore(end, periods);
        opens = day;
        say(Said.OPENS, claim.id(), null, day, restricts(claim, day), claim);
      }
    }
  }

  /** Moves O behind the document's end where the step is filed only after it. */
  private boolean afterInvalid() {
    boolean after = false;
    for (var rule : route.rules(Rule.FiledOnlyAfterInvalid.class)) {
      LocalDate last = lastValidDayOf(rule.document());
      if (last == null) {
        say(Said.NOT_ENTERED, rule.claim().id(), rule.document(), null, false, rule.claim());
        continue;
      }
      after = true;
      LocalDate from = last.plusDays(1);
      if (opens == null || opens.isBefore(from)) {
        opens = from;
      }
      openingKnown = true;
      boolean known = rule.certainty() == Certainty.KNOWN;
      flags.add(known ? Flag.FILED_ONLY_AFTER_EXPIRY : Flag.AFTER_EXPIRY_NOT_KNOWN);
      say(
          Said.FILED_ONLY_AFTER_INVALID,
          rule.claim().id(),
          rule.document(),
          from,
          known && restricts(rule.claim(), from),
          rule.claim());
    }
    for (var rule : route.rules(Rule.IssuedOnlyAfterInvalid.class)) {
      flags.add(Flag.ISSUED_ONLY_AFTER_EXPIRY);
      say(
          Said.ISSUED_ONLY_AFTER_INVALID,
          rule.claim().id(),
          rule.document(),
          lastValidDayOf(rule.document()),
          true,
          rule.claim());
    }
    if (!openingKnown) {
      flags.add(Flag.OPENING_NOT_KNOWN);
    }
    return after;
  }

  private @Nullable LocalDate lastValidDayOf(DocumentType type) {
    if (type == document.type()) {
      return document.state() instanceof DocumentState.Lost(LocalDate on) && lost
          ? Holdings.lastDayBeforeLoss(on, end)
          : end;
    }
    return holdings.reach(type, null) instanceof Reach.Until until ? until.day() : null;
  }

  private void grace(boolean afterInvalid) {
    Grace grace = route.window().grace();
    if (grace == null || afterInvalid) {
      return;
    }
    LocalDate until = Periods.graceAfter(end, grace.periods());
    LocalDate known = grace.claim().validUntil();
    // a grace permits: past its own end it is dropped, never guessed
    if (known != null && known.isBefore(until)) {
      until = known;
    }
    if (until.isAfter(end)) {
      graceEnd = until;
      say(Said.GRACE_ENDS, grace.claim().id(), null, until, true, grace.claim());
    } else {
      flags.add(Flag.RULE_HAS_ENDED);
      say(Said.GRACE_DROPPED, grace.claim().id(), null, known, false, grace.claim());
    }
  }

  private void requirement(Rule rule, LocalDate closes) {
    switch (rule) {
      case Rule.RequiresValidAtFiling r ->
          require(r, accepted(r.document(), held(r.document())), r.certainty(), closes);
      case Rule.RequiresValidFor r -> {
        Reach reach = held(r.document());
        require(
            r,
            reach instanceof Reach.Until(LocalDate last, boolean confirmed, Claim by)
                ? new Reach.Until(last.minus(r.period()), confirmed, by)
                : reach,
            r.certainty(),
            closes);
      }
      case Rule.RequiresHeld r ->
          require(r, holdings.reach(r.document(), null), r.certainty(), closes);
      case Rule.AcceptsExpired r -> {
        boolean required =
            route.rules(Rule.RequiresValidAtFiling.class).stream()
                .anyMatch(other -> other.document() == r.document());
        // once the acceptance has ended, whether a valid one is needed is not known
        if (!required && r.claim().validUntil() != null) {
          require(r, accepted(r.document(), held(r.document())), Certainty.UNKNOWN, closes);
        }
      }
      case Rule.CappedBy r -> {}
      case Rule.FiledOnlyAfterInvalid r -> {}
      case Rule.IssuedOnlyAfterInvalid r -> {}
    }
  }

  private Reach held(DocumentType type) {
    return type == document.type()
        ? new Reach.Until(end, true, null)
        : holdings.reach(type, Edge.VALID_AT_FILING);
  }

  private Reach accepted(DocumentType type, Reach reach) {
    for (var rule : route.rules(Rule.AcceptsExpired.class)) {
      if (rule.document() == type && holdings.hasBooklet(type)) {
        LocalDate until = rule.claim().validUntil();
        say(Said.EXPIRED_ACCEPTED, rule.claim().id(), type, until, true, rule.claim());
        return reach.or(
            until == null
                ? new Reach.NoEnd(true, rule.claim())
                : new Reach.Until(until, true, rule.claim()));
      }
    }
    return reach;
  }

  private void require(Rule rule, Reach reach, Certainty certainty, LocalDate closes) {
    Claim claim = rule.claim();
    switch (reach) {
      case Reach.NotEntered() -> {
        flags.add(Flag.OTHER_DOCUMENT_NOT_ENTERED);
        say(Said.NOT_ENTERED, claim.id(), rule.document(), null, false, claim);
      }
      case Reach.NoEnd(boolean confirmed, Claim by) -> {
        substituted(rule, by, null, confirmed);
      }
      case Reach.Until(LocalDate last, boolean confirmed, Claim by) -> {
        substituted(rule, by, last, confirmed);
        boolean sure = confirmed && certainty == Certainty.KNOWN;
        LocalDate filingTime = closes.minusDays(pack.longestLead());
        boolean surelyOver = sure && last.isBefore(day) && !day.isBefore(filingTime);
        if (!openingKnown && last.isBefore(filingTime) && !surelyOver) {
          undecided = true;
          flags.add(Flag.OTHER_DOCUMENT_LEADS);
          say(Said.DOES_NOT_BIND_YET, claim.id(), rule.document(), last, sure, claim);
          return;
        }
        boolean fact = restricts(claim, last) && sure;
        if (!fact && last.isBefore(day)) {
          // perhaps not required at all: it cannot bind a day that is still to come
          undecided = true;
          passed = passed == null || last.isBefore(passed) ? last : passed;
          flags.add(Flag.OTHER_DOCUMENT_LEADS);
          say(Said.DOES_NOT_BIND_YET, claim.id(), rule.document(), last, false, claim);
          return;
        }
        if (!fact && opens != null && last.isBefore(opens)) {
          undecided = true;
          flags.add(Flag.OTHER_DOCUMENT_LEADS);
        }
        Bound bound =
            new Bound(last, Bound.Sort.REQUIREMENT, claim.id(), rule.document(), fact, claim);
        bounds.add(bound);
        required.add(bound);
        // what is filed already cannot be blocked any more, only be outside the window
        if (fact && !(document.state() instanceof DocumentState.Filed)) {
          blocking.add(bound);
        }
        Said said = rule instanceof Rule.RequiresHeld ? Said.MUST_BE_HELD : Said.MUST_BE_VALID;
        say(said, claim.id(), rule.document(), last, fact, claim);
      }
    }
  }

  private void substituted(
      Rule rule, @Nullable Claim by, @Nullable LocalDate until, boolean confirmed) {
    boolean said =
        route.rules(Rule.AcceptsExpired.class).stream()
            .anyMatch(accepts -> accepts.claim().equals(by));
    if (by != null && !said) {
      say(Said.SUBSTITUTED, by.id(), rule.document(), until, confirmed, by);
    }
  }

  /** A cap on what is asked for: it moves no day of this step, but may make it worthless. */
  private void cap() {
    for (var rule : route.rules(Rule.CappedBy.class)) {
      if (holdings.reach(rule.document(), Edge.CAP)
          instanceof Reach.Until(LocalDate last, boolean confirmed, Claim by)) {
        LocalDate cap = last.minus(rule.period());
        say(Said.CAPPED, rule.claim().id(), rule.document(), cap, confirmed, rule.claim());
        if (!cap.isAfter(end)) {
          flags.add(Flag.RENEWAL_ADDS_NO_DAY);
        }
      }
    }
  }

  /** The substitute must be there by the cap of the permit, so it is asked for before. */
  private void neededBy(boolean afterInvalid) {
    if (afterInvalid || document.type() == DocumentType.RESIDENCE_PERMIT) {
      return;
    }
    if (!holdings.uses(DocumentType.RESIDENCE_PERMIT)) {
      return;
    }
    for (Route permit : pack.routesFor(DocumentType.RESIDENCE_PERMIT)) {
      if (ground != null && !permit.isOpenTo(ground)) {
        continue;
      }
      for (var rule : permit.rules(Rule.CappedBy.class)) {
        if (rule.document() == document.type()
            && holdings.reach(rule.document(), Edge.CAP)
                instanceof Reach.Until(LocalDate last, boolean confirmed, Claim by)) {
          LocalDate cap = last.minus(rule.period());
          Processing processing = processing();
          LocalDate needed = processing == null ? cap : cap.minusDays(processing.days());
          boolean fact = restricts(rule.claim(), cap) && processing != null;
          bounds.add(
              new Bound(
                  needed, Bound.Sort.CAP, rule.claim().id(), document.type(), fact, rule.claim()));
          say(Said.NEEDED_BY, rule.claim().id(), document.type(), needed, fact, rule.claim());
        }
      }
    }
  }

  private @Nullable Processing processing() {
    return route.processing().stream()
        .filter(figure -> figure.countsOn(day))
        .max(Comparator.comparingInt(Processing::days).thenComparing(Processing::claim))
        .orElse(null);
  }

  /** The end of the route is an edge; where it comes before the first day, nothing is known. */
  private boolean routeEnd(LocalDate first) {
    LocalDate until = route.claim().validUntil();
    if (until == null) {
      return false;
    }
    if (until.isBefore(first)) {
      flags.add(Flag.ROUTE_MAY_BE_CLOSED);
      say(Said.ROUTE_ENDED, route.claim().id(), null, until, false, route.claim());
      return true;
    }
    bounds.add(
        new Bound(until, Bound.Sort.ROUTE_END, route.claim().id(), null, true, route.claim()));
    say(Said.ROUTE_ENDS, route.claim().id(), null, until, true, route.claim());
    return false;
  }

  private LocalDate startBy(LocalDate applyBy, LocalDate closes, boolean afterInvalid) {
    LocalDate start;
    if (lost) {
      start = first(applyBy);
    } else if (route.asSoonAsItOpens() && opens != null && !afterInvalid) {
      start = opens;
      say(Said.START_AS_IT_OPENS, route.id(), null, start, true, null);
    } else {
      Lead lead = route.longestLead();
      int days = lead == null ? Generic.lead(document.type()).days() : lead.days();
      LocalDate from = afterInvalid ? end : closes;
      LocalDate base = afterInvalid || applyBy.isAfter(closes) ? from : applyBy;
      start = base.minusDays(days - DAYS.between(from, end));
      if (afterInvalid && start.isAfter(end)) {
        start = end;
      }
      if (lead == null) {
        flags.add(Flag.OUR_LEAD);
        say(Said.START_BY_OUR_LEAD, Generic.ID, null, start, false, null);
      } else {
        say(Said.START_BY_LEAD, lead.claim().id(), null, start, true, lead.claim());
      }
    }
    return start.isAfter(applyBy) ? applyBy : start;
  }

  /** A restricting rule stays past its end, but is no longer stated as a fact. */
  private boolean restricts(Claim claim, LocalDate use) {
    boolean holds = claim.holdsOn(use);
    if (!holds) {
      flags.add(Flag.RULE_HAS_ENDED);
    }
    return holds;
  }

  private void say(
      Said said,
      String rule,
      @Nullable DocumentType about,
      @Nullable LocalDate date,
      boolean confirmed,
      @Nullable Claim claim) {
    if (claim != null && claim.isOldOn(day)) {
      flags.add(Flag.RULE_IS_OLD);
    }
    lines.add(new Line(said, rule, about, date, false, confirmed, null, claim));
  }
}
