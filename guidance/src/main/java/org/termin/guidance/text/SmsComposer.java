package org.termin.guidance.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.pack.PackTexts.Moment;
import org.termin.guidance.plan.Verb;
import org.termin.guidance.text.Slots.Doubt;

/**
 * Puts one text message together: what must be said first, then what still fits, then the replies.
 */
final class SmsComposer {
  private final Phrasebook book;
  private final CountryTexts country;
  private final Told told;
  private final int stage;
  private final AnswerBy answerBy;

  SmsComposer(Phrasebook book, CountryTexts country, Told told, int stage, AnswerBy answerBy) {
    this.book = book;
    this.country = country;
    this.told = told;
    this.stage = stage;
    this.answerBy = answerBy;
  }

  String compose(Wording wording, String codeWord) {
    String front = codeWord + ": ";
    return switch (wording) {
      case CLEAR -> clear(front);
      case DISCREET -> discreet(front);
    };
  }

  /** What a clear text of this stage is for, if it had to be left out because it is too long. */
  Optional<String> leftOut(String codeWord) {
    String text = compose(Wording.CLEAR, codeWord);
    List<String> firsts =
        Stream.of(Doubt.WORD, Doubt.MARK)
            .map(doubt -> extras(slots(false, true, doubt)))
            .filter(extras -> !extras.isEmpty())
            .map(List::getFirst)
            .toList();
    boolean said = firsts.isEmpty() || firsts.stream().anyMatch(text::contains);
    return said ? Optional.empty() : Optional.of(firsts.getFirst());
  }

  /** The whole core with its first extra where that fits; never without the doubt. */
  private String clear(String front) {
    List<Slots> tries =
        List.of(
            slots(false, true, Doubt.WORD),
            slots(false, true, Doubt.MARK),
            slots(false, false, Doubt.MARK));
    Slots best =
        tries.stream()
            .filter(slots -> fits(front + withFirst(slots), SmsLimits.REMINDER))
            .findFirst()
            .or(() -> firstThatFits(tries, front, this::core, SmsLimits.REMINDER))
            .orElse(tries.getLast());
    String text = front + core(best);
    for (String extra : extras(best)) {
      String longer = text + " " + extra;
      text = fits(longer, SmsLimits.REMINDER) ? longer : text;
    }
    String kind = told.slot().verb() == Verb.PREPARE ? "preparing" : "clear";
    return withReplies(text, replies(kind), SmsLimits.REMINDER);
  }

  /**
   * Drops the count of others, then the doubt, before the text grows too long for one segment; only
   * the way out may take a second one.
   */
  private String discreet(String front) {
    List<Slots> tries =
        List.of(
            slots(true, true, Doubt.MARK),
            slots(true, false, Doubt.MARK),
            slots(true, false, Doubt.NONE));
    Function<Slots, String> core = slots -> StageSentence.discreet(book, slots, told, stage);
    Slots best =
        tries.stream()
            .filter(slots -> SmsLimits.segments(front + core.apply(slots)) <= SmsLimits.SHORT)
            .findFirst()
            .orElse(tries.getLast());
    return withReplies(front + core.apply(best), replies("discreet"), SmsLimits.discreet(answerBy));
  }

  private Optional<Slots> firstThatFits(
      List<Slots> tries, String front, Function<Slots, String> core, int segments) {
    return tries.stream().filter(slots -> fits(front + core.apply(slots), segments)).findFirst();
  }

  /** With the way out that must stand in every text. */
  private boolean fits(String text, int segments) {
    return SmsLimits.segments(text + wayOut()) <= segments;
  }

  /** Whoever cannot answer STOP must be told where to stop; the others may always answer it. */
  private String wayOut() {
    return switch (answerBy) {
      case TEXT -> "";
      case PAGE -> " " + Phrasebook.of(book.replies(), answerBy.key()).getLast();
    };
  }

  private Slots slots(boolean discreet, boolean more, Doubt doubt) {
    return new Slots(book, told, discreet, more, doubt);
  }

  private String withFirst(Slots slots) {
    List<String> extras = extras(slots);
    return extras.isEmpty() ? core(slots) : core(slots) + " " + extras.getFirst();
  }

  private String core(Slots slots) {
    String opening = StageSentence.filled(book, slots, told, stage, false);
    String action = opensWithAction() ? Actions.sentence(book, country, told, slots) : null;
    return action == null ? opening : opening + " " + action;
  }

  /** The waiting ladder, the errands and the day after say their own next step. */
  private boolean opensWithAction() {
    return !waiting() && stage != StageNumber.ERRANDS && stage != StageNumber.EXPIRED;
  }

  private boolean waiting() {
    return stage >= StageNumber.WAITING_FIRST && stage <= StageNumber.WAITING_LAST;
  }

  /** What follows the core, in the order in which it is left out from the end. */
  private List<String> extras(Slots slots) {
    List<String> extras = new ArrayList<>();
    String old = waiting() ? null : slots.fill(Phrasebook.of(book.actions(), "rules-old"));
    if (old != null) {
      extras.add(old);
    }
    for (LocalText text : old == null ? ofTheCountry() : ofAnyCountry()) {
      String filled = text == null || !isRead(text) ? null : slots.fill(text.in(book.language()));
      if (filled != null && !extras.contains(filled)) {
        extras.add(filled);
      }
    }
    return extras;
  }

  private List<@Nullable LocalText> ofTheCountry() {
    PackTexts.RouteTexts route = country.route(told);
    List<@Nullable LocalText> wanted = new ArrayList<>();
    Moment moment = Actions.moment(told.slot());
    switch (stage) {
      case StageNumber.OBSTACLE -> wanted.add(route.sms().get(Moment.OBSTACLE));
      case StageNumber.CONSEQUENCE, StageNumber.CONSEQUENCE_AGAIN -> wanted.add(route.missed());
      case StageNumber.LAST_CALL, StageNumber.LAST_CALL_AGAIN -> wanted.add(help());
      case StageNumber.EXPIRED -> wanted.add(route.sms().get(Moment.AFTER));
      case StageNumber.ERRANDS -> wanted.add(route.sms().get(Moment.ERRANDS));
      default -> {
        // the step alone
      }
    }
    boolean ownStep = stage == StageNumber.EXPIRED && moment != Moment.ACT;
    if (!waiting() && !ownStep) {
      wanted.add(moment == null ? null : step(route, moment));
    }
    return wanted;
  }

  /** What nobody has looked up for long is not passed on as the country's next step. */
  private List<@Nullable LocalText> ofAnyCountry() {
    List<@Nullable LocalText> wanted = new ArrayList<>();
    switch (stage) {
      case StageNumber.LAST_CALL, StageNumber.LAST_CALL_AGAIN -> wanted.add(help());
      case StageNumber.EXPIRED -> wanted.add(country.anywhere(Moment.AFTER));
      case StageNumber.ERRANDS -> wanted.add(country.anywhere(Moment.ERRANDS));
      default -> {
        // the dates alone
      }
    }
    return wanted;
  }

  private @Nullable LocalText help() {
    return country.help(book.language());
  }

  /** Two languages in one message help nobody, but whom to call is said in any. */
  private boolean isRead(LocalText text) {
    return text.isIn(book.language()) || text.equals(help());
  }

  private static @Nullable LocalText step(PackTexts.RouteTexts route, Moment moment) {
    LocalText step = route.sms().get(moment);
    return step == null && moment == Moment.WHEN_TAKEN ? route.sms().get(Moment.PREPARE) : step;
  }

  private String replies(String kind) {
    return switch (answerBy) {
      case TEXT -> waiting() || told.slot().verb() == Verb.WAIT ? "waiting" : kind;
      case PAGE -> answerBy.key();
    };
  }

  private String withReplies(String text, String kind, int segments) {
    for (String replies : Phrasebook.of(book.replies(), kind)) {
      String whole = text + " " + replies;
      if (SmsLimits.segments(whole) <= segments) {
        return whole;
      }
    }
    return text + wayOut();
  }
}
