package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Trace;

/** Every sentence people get from us. Pure: same facts, same day, same text. */
public final class Texts {
  private final Packs packs;
  private final Map<Language, Phrasebook> books;

  private Texts(Packs packs, Map<Language, Phrasebook> books) {
    this.packs = packs;
    this.books = books;
  }

  /** All packs and texts of the class path; throws one sentence where one cannot be read. */
  public static Texts load() {
    return of(Packs.load());
  }

  /** The texts of these packs. */
  public static Texts of(Packs packs) {
    return new Texts(packs, Phrasebook.all());
  }

  /**
   * Composes every text message of these countries at its longest; throws one sentence where one is
   * too long or says what may not be said. It takes seconds and is done when building, not at
   * start.
   */
  public void check(Collection<Country> countries) {
    new TextCheck(this)
        .check(countries.stream().flatMap(c -> packs.of(c).stream()).map(p -> p.rules()).toList());
  }

  /** The languages in which reminders are written; not all countries' steps are. */
  public Set<Language> languages() {
    return books.keySet();
  }

  /** The language a person is really written to: their own, or English; say so where it differs. */
  public Language spoken(Language wanted) {
    return books.containsKey(wanted) ? wanted : Language.EN;
  }

  /** Whether somebody has written all that is said of a country in this language. */
  public boolean isIn(Language language, Country country) {
    return country(country).isIn(language);
  }

  /**
   * The text message of one stage, code word first: at most two segments when clear, one when
   * discreet.
   */
  public String sms(
      int stage,
      Wording wording,
      Language language,
      String codeWord,
      Told told,
      AnswerBy answerBy) {
    return new SmsComposer(book(language), country(told.country()), told, stage, answerBy)
        .compose(wording, codeWord);
  }

  /** What a stage's clear text is for, where it is too long to be said; for the check. */
  Optional<String> leftOut(int stage, Language language, String codeWord, Told told) {
    return new SmsComposer(book(language), country(told.country()), told, stage, AnswerBy.TEXT)
        .leftOut(codeWord);
  }

  /** The same to somebody who can answer it by text. */
  public String sms(int stage, Wording wording, Language language, String codeWord, Told told) {
    return sms(stage, wording, language, codeWord, told, AnswerBy.TEXT);
  }

  /** A code, sample, answer or notice, code word first. */
  public String note(Language language, String codeWord, Note note, AnswerBy answerBy) {
    String front = codeWord + ": ";
    return front + new Notes(book(language), answerBy, front).text(note);
  }

  /** The same to somebody who can answer it by text. */
  public String note(Language language, String codeWord, Note note) {
    return note(language, codeWord, note, AnswerBy.TEXT);
  }

  /** A mail about one or more documents, the most urgent first. */
  public MailText mail(MailRequest request) {
    Phrasebook book = book(request.language());
    return new MailComposer(
            book,
            request,
            told -> advice(request.language(), told),
            told -> action(book, told),
            told -> country(told.country()).isIn(book.language()))
        .compose();
  }

  /** A code, sample, answer or notice as a mail. */
  public MailText noteMail(Language language, String codeWord, Note note) {
    return NoteMail.compose(book(language), codeWord, note);
  }

  /** The neutral title of a calendar entry; it stands in people's calendars for others to see. */
  public String calendarTitle(Language language, CalendarEntry entry, int document) {
    Phrasebook book = book(language);
    return Phrasebook.of(book.calendar(), entry.key())
        .replace("{Matter}", book.matter())
        .replace("{number}", Integer.toString(document));
  }

  /** What a document is called. */
  public String document(Language language, DocumentType type) {
    return book(language).name(type);
  }

  /** One reason of a plan as a sentence. */
  public String reason(Language language, Trace.Line line) {
    return new Reasons(book(language)).sentence(line);
  }

  /** What to do about one document, with sources, for pages and the API. */
  public Advice advice(Language language, Told told) {
    return Advice.of(book(language), told, country(told.country()), packs.of(told.country()));
  }

  /** A day as nobody can misread it. */
  public String day(Language language, LocalDate day) {
    return book(language).day(day);
  }

  private @Nullable String action(Phrasebook book, Told told) {
    Slots slots = new Slots(book, told, false, false, Slots.Doubt.WORD);
    return Actions.withStep(book, country(told.country()), told, slots);
  }

  Phrasebook book(Language language) {
    Phrasebook book = books.get(spoken(language));
    if (book == null) {
      throw new IllegalStateException("no texts in " + language.wire());
    }
    return book;
  }

  private CountryTexts country(Country country) {
    return new CountryTexts(
        packs.of(country).map(CountryPack::texts).orElse(packs.generic()), packs.generic());
  }
}
