package org.termin.guidance.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.pack.PackTexts.Moment;
import org.termin.guidance.plan.Verb;

/**
 * Puts one text message together: what must be said first, then what still fits, then the replies.
 */
final class SmsComposer {
  private final Phrasebook book;
  private final CountryTexts country;
  private final Told told;
  private final int stage;

  SmsComposer(Phrasebook book, CountryTexts country, Told told, int stage) {
    this.book = book;
    this.country = country;
    this.told = told;
    this.stage = stage;
  }

  String compose(Wording wording, String codeWord) {
    String front = codeWord + ": ";
    return switch (wording) {
      case CLEAR -> clear(front);
      case DISCREET -> discreet(front);
    };
  }

  private String clear(String front) {
    String core = firstThatFits(front, SmsLimits.REMINDER, this::core);
    String text = core;
    for (String extra : extras(slots(false, true, true))) {
      text = ifFits(text, " " + extra, SmsLimits.REMINDER);
    }
    return withReplies(text, replies(), SmsLimits.REMINDER);
  }

  private String discreet(String front) {
    String core =
        firstThatFits(
            front, SmsLimits.SHORT, slots -> StageSentence.discreet(book, slots, told, stage));
    return withReplies(core, waiting() ? "waiting" : "discreet", SmsLimits.SHORT);
  }

  /** Drops the doubt behind the date, then the count of others, before a text grows too long. */
  private String firstThatFits(String front, int segments, Function<Slots, String> core) {
    boolean discreet = segments == SmsLimits.SHORT;
    String text = front + core.apply(slots(discreet, true, true));
    if (SmsLimits.segments(text) > segments) {
      text = front + core.apply(slots(discreet, true, false));
    }
    if (SmsLimits.segments(text) > segments) {
      text = front + core.apply(slots(discreet, false, false));
    }
    return text;
  }

  private Slots slots(boolean discreet, boolean more, boolean doubt) {
    return new Slots(book, told, discreet, more, doubt);
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

  private List<String> extras(Slots slots) {
    PackTexts.RouteTexts route = country.route(told);
    List<@Nullable LocalText> wanted = new ArrayList<>();
    Moment moment = Actions.moment(told.slot());
    LocalText step = moment == null ? null : step(route, moment);
    switch (stage) {
      case StageNumber.OBSTACLE -> wanted.add(route.sms().get(Moment.OBSTACLE));
      case StageNumber.CONSEQUENCE, StageNumber.CONSEQUENCE_AGAIN -> wanted.add(route.missed());
      case StageNumber.LAST_CALL, StageNumber.LAST_CALL_AGAIN -> wanted.add(country.help());
      case StageNumber.EXPIRED -> wanted.add(route.sms().get(Moment.AFTER));
      case StageNumber.ERRANDS -> wanted.add(route.sms().get(Moment.ERRANDS));
      default -> {
        // the step alone
      }
    }
    if (!waiting()) {
      wanted.add(step);
    }
    List<String> extras = new ArrayList<>();
    for (LocalText text : wanted) {
      String filled = text == null ? null : slots.fill(text.in(book.language()));
      if (filled != null && !extras.contains(filled)) {
        extras.add(filled);
      }
    }
    return extras;
  }

  private static @Nullable LocalText step(PackTexts.RouteTexts route, Moment moment) {
    LocalText step = route.sms().get(moment);
    return step == null && moment == Moment.WHEN_TAKEN ? route.sms().get(Moment.PREPARE) : step;
  }

  private String replies() {
    if (waiting()) {
      return "waiting";
    }
    return told.slot().verb() == Verb.PREPARE ? "preparing" : "clear";
  }

  private String withReplies(String text, String kind, int segments) {
    for (String replies : Phrasebook.of(book.replies(), kind)) {
      String whole = text + " " + replies;
      if (SmsLimits.segments(whole) <= segments) {
        return whole;
      }
    }
    return text;
  }

  private static String ifFits(String text, String extra, int segments) {
    return SmsLimits.segments(text + extra) <= segments ? text + extra : text;
  }
}
