package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Window;
import org.termin.tracker.web.Say;

/** The rules of a route as sentences without anybody's dates. */
public record RuleWords(Say say, Spans spans, LocalDate today) {

  public RuleWords(Say say, LocalDate today) {
    this(say, new Spans(say), today);
  }

  /** When it is taken, as far as that is known. */
  List<String> window(Route route) {
    Window window = route.window();
    List<String> lines = new ArrayList<>();
    if (!onlyAfterItsDocument(route)) {
      lines.add(opening(window.opening()));
      lines.add(closing(window.closing()));
    }
    if (window.grace() != null) {
      lines.add(
          dated(
              say.text("window.grace", spans.of(window.grace().periods())),
              window.grace().claim()));
    }
    if (route.asSoonAsItOpens()) {
      lines.add(say.text("window.first"));
    }
    Lead lead = route.longestLead();
    if (lead != null) {
      lines.add(say.text("window.lead", spans.of(Period.ofDays(lead.days()))));
    }
    return lines;
  }

  /** Where the end of the document opens the way, no limit before that end is one. */
  private static boolean onlyAfterItsDocument(Route route) {
    return route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
        .anyMatch(rule -> rule.document() == route.document());
  }

  /** How long the authority takes, the newest figures first. */
  List<String> processing(Route route) {
    return route.processing().stream()
        .sorted(Comparator.comparing(Processing::asOf).reversed())
        .map(
            one ->
                dated(
                    say.text(
                        "takes." + one.kind(),
                        spans.of(Period.ofDays(one.days())),
                        say.date(one.asOf())),
                    one.claim()))
        .distinct()
        .toList();
  }

  /** What the route asks of the documents a person holds. */
  public List<String> needs(Route route) {
    return route.rules().stream().map(this::need).distinct().toList();
  }

  /** Whether filing in time lets a person stay; nothing where the pack does not speak of it. */
  @Nullable String stay(Route route) {
    var stay = route.stayWhilePending();
    return stay == null ? null : dated(say.text("stay." + stay.stay()), stay.claim());
  }

  /** The sentence, and how far it can be trusted today. */
  String dated(String sentence, Claim claim) {
    LocalDate end = claim.validUntil();
    if (end != null && !claim.holdsOn(today)) {
      return sentence + " " + say.text("guide.ended", say.date(end));
    }
    return claim.isOldOn(today)
        ? sentence + " " + say.text("guide.old", say.date(claim.checked()))
        : sentence;
  }

  private String opening(Opening opening) {
    return switch (opening) {
      case Opening.NoLimit _ -> say.text("window.opens.any");
      case Opening.NotKnown _ -> say.text("window.opens.unknown");
      case Opening.Before(Claim claim, List<Period> periods) ->
          dated(
              say.text(
                  periods.size() == 1 ? "window.opens" : "window.opens.latest", spans.of(periods)),
              claim);
    };
  }

  private String closing(Closing closing) {
    return switch (closing) {
      case Closing.NotKnown _ -> say.text("window.closes.unknown");
      case Closing.Before(Claim claim, List<Period> periods) -> {
        if (periods.stream().allMatch(Period::isZero)) {
          yield dated(say.text("window.closes.last"), claim);
        }
        String key = periods.size() == 1 ? "window.closes" : "window.closes.earliest";
        yield dated(say.text(key, spans.of(periods)), claim);
      }
    };
  }

  private String need(Rule rule) {
    String document = document(rule.document());
    String sentence =
        switch (rule) {
          case Rule.RequiresValidAtFiling r -> sure("need.valid", document, r.certainty());
          case Rule.RequiresValidFor r ->
              sure("need.valid-for", document, r.certainty(), spans.of(r.period()));
          case Rule.AcceptsExpired _ -> say.text("need.expired", document);
          case Rule.RequiresHeld r -> sure("need.held", document, r.certainty());
          case Rule.CappedBy r -> limits("need.capped", document, r.period());
          case Rule.Outlives r -> limits("need.outlives", document, r.period());
          case Rule.EndsWith _ -> say.text("need.ends", document);
          case Rule.FiledOnlyAfterInvalid r -> sure("need.filed-after", document, r.certainty());
          case Rule.IssuedOnlyAfterInvalid _ -> say.text("need.issued-after", document);
        };
    return dated(sentence, rule.claim());
  }

  private String limits(String key, String document, Period period) {
    return period.isZero()
        ? say.text(key + ".end", document)
        : say.text(key, document, spans.of(period));
  }

  private String sure(String key, String document, Certainty certainty, String... more) {
    String sentence = more.length == 0 ? say.text(key, document) : say.text(key, document, more[0]);
    return switch (certainty) {
      case KNOWN -> sentence;
      case CONTESTED, UNKNOWN -> sentence + " " + say.text("sure." + certainty);
    };
  }

  private String document(DocumentType type) {
    return say.text("document." + type);
  }
}
