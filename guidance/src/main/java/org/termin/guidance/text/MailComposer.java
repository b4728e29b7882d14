package org.termin.guidance.text;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Wording;
import org.termin.guidance.pack.PackTexts.OfficialPage;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.plan.Trace.Said;

/** Puts a mail together: code word first, every document with its dates, reasons and steps. */
final class MailComposer {
  /** Reasons that a person needs; the rest of the trace is on the page. */
  private static final Set<Said> TOLD =
      Set.of(
          Said.EXPIRED_ACCEPTED,
          Said.ACCEPTANCE_ENDED,
          Said.DOES_NOT_BIND_YET,
          Said.NOT_ENTERED,
          Said.ROUTE_ENDED,
          Said.FILED_ONLY_AFTER_INVALID,
          Said.ISSUED_ONLY_AFTER_INVALID,
          Said.START_BY_OUR_LEAD,
          Said.BLOCKED_BY,
          Said.WAY_OUT,
          Said.STAY_UNTIL_DECISION,
          Said.STAY_NOT_KNOWN);

  private final Phrasebook book;
  private final MailRequest request;
  private final Function<Told, Advice> advice;
  private final Function<Told, @Nullable String> action;
  private final Predicate<Told> translated;

  MailComposer(
      Phrasebook book,
      MailRequest request,
      Function<Told, Advice> advice,
      Function<Told, @Nullable String> action,
      Predicate<Told> translated) {
    this.book = book;
    this.request = request;
    this.advice = advice;
    this.action = action;
    this.translated = translated;
  }

  MailText compose() {
    MailBody body = new MailBody();
    body.paragraph(phrase("greeting").replace("{codeWord}", request.codeWord()));
    if (request.language() != book.language() || hasForeignSteps()) {
      body.paragraph(phrase("fallback"));
    }
    LocalDate closing = request.closing();
    if (closing != null) {
      body.paragraph(phrase("closing").replace("{date}", book.day(closing)));
    }
    switch (request.wording()) {
      case CLEAR -> clear(body);
      case DISCREET -> discreet(body);
    }
    body.paragraph(phrase("your-page").replace("{page}", request.page().toString()));
    URI unsubscribe = request.unsubscribe();
    if (unsubscribe != null) {
      body.paragraph(phrase("unsubscribe").replace("{link}", unsubscribe.toString()));
    }
    return new MailText(subject(), body.text(), body.html(book.language().wire()));
  }

  /** Steps that somebody has not written in this language yet stand in English. */
  private boolean hasForeignSteps() {
    return request.wording() == Wording.CLEAR
        && request.lines().stream().anyMatch(line -> !translated.test(line.told()));
  }

  private String subject() {
    LocalDate closing = request.closing();
    return closing == null
        ? ordinarySubject()
        : phrase("subject-closing")
            .replace("{date}", book.day(closing))
            .replace("{codeWord}", request.codeWord());
  }

  private String ordinarySubject() {
    // the nearest day that is still to come, whatever the order of the documents
    LocalDate day =
        request.lines().stream()
            .map(MailRequest.Line::told)
            .flatMap(
                told ->
                    Stream.ofNullable(told.slot().applyBy())
                        .filter(by -> !by.isBefore(told.today())))
            .min(LocalDate::compareTo)
            .orElse(null);
    String subject =
        day == null
            ? phrase("subject-undated")
            : phrase("subject").replace("{date}", book.day(day));
    return subject.replace("{codeWord}", request.codeWord());
  }

  private void discreet(MailBody body) {
    List<String> matters = new ArrayList<>();
    for (MailRequest.Line line : request.lines()) {
      matters.add(StageSentence.discreet(book, line.told(), line.stage()));
    }
    body.items(phrase("intro").replaceFirst(":$", ""), matters);
    body.paragraph(phrase("discreet-hint"));
  }

  private void clear(MailBody body) {
    if (request.lines().stream().anyMatch(line -> line.told().slot().has(Flag.NO_PACK))) {
      body.paragraph(phrase("no-pack"));
    }
    if (request.lines().stream().anyMatch(line -> line.told().slot().has(Flag.GROUND_NOT_KNOWN))) {
      body.paragraph(phrase("ground-not-known"));
    }
    String help = null;
    for (MailRequest.Line line : request.lines()) {
      Advice known = advice.apply(line.told());
      help = help == null ? helpLine(known) : help;
      document(body, line, known);
    }
    if (help != null) {
      body.items(phrase("help"), List.of(help));
    }
    body.paragraph(phrase("not-advice"));
  }

  private void document(MailBody body, MailRequest.Line line, Advice known) {
    Told told = line.told();
    SlotPlan slot = told.slot();
    String name = Phrasebook.capitalised(book.name(slot.document().type()));
    String official = known.official() == null ? "" : " (" + known.official() + ")";
    body.heading(slot.document().number() + ". " + name + official + ", " + person(told));
    String action = this.action.apply(told);
    String sentence = StageSentence.clear(book, told, line.stage());
    body.paragraph(action == null ? sentence : sentence + " " + action);
    body.items(phrase("dates"), MailDates.of(book, told, known));
    ByAnswer byAnswer = known.byAnswer();
    if (byAnswer != null) {
      body.items(
          phrase("by-answer").replace("{question}", byAnswer.question()), byAnswer.windows());
    }
    body.items(
        phrase("why"),
        known.reasons(slot.trace()).stream()
            .filter(reason -> reason.binds() || TOLD.contains(reason.said()))
            .filter(reason -> !isStartBehind(reason, told.today()))
            .map(reason -> new Reasons(book).sentence(reason))
            .distinct()
            .toList());
    String old = new Slots(book, told, false, false, Slots.Doubt.WORD).fill(phrase("rules-old"));
    if (old != null) {
      body.paragraph(old);
    }
    body.items(steps(byAnswer), texts(known.steps()));
    if (known.missed() != null) {
      body.items(phrase("consequence"), List.of(known.missed()));
    }
    body.items(phrase("unknown"), texts(known.unknown()));
    OfficialPage page = known.page();
    if (page != null) {
      body.paragraph(official(page));
    }
  }

  /** The steps are those of one way; whoever has not answered is told whose. */
  private String steps(@Nullable ByAnswer byAnswer) {
    String shown = byAnswer == null ? null : byAnswer.shown();
    return shown == null ? phrase("steps") : phrase("steps-for").replace("{answer}", shown);
  }

  /** Our own time in hand that has begun already is told by the dates. */
  private static boolean isStartBehind(Trace.Line reason, LocalDate today) {
    LocalDate day = reason.day();
    return reason.said() == Said.START_BY_OUR_LEAD && day != null && day.isBefore(today);
  }

  private String official(OfficialPage page) {
    return phrase("official")
        .replace("{name}", page.name())
        .replace("{link}", page.url().toString())
        .replace("{asOf}", book.day(page.asOf()));
  }

  private String person(Told told) {
    return phrase("person").replace("{person}", Integer.toString(told.slot().document().person()));
  }

  private static @Nullable String helpLine(Advice known) {
    String help = known.help();
    return help == null || known.helpPage() == null ? help : help + " " + known.helpPage();
  }

  private static List<String> texts(List<Advice.Line> lines) {
    return lines.stream().map(Advice.Line::text).toList();
  }

  private String phrase(String key) {
    return Phrasebook.of(book.mail(), key);
  }
}
