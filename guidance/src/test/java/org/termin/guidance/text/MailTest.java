package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;
import static org.termin.contract.words.DocumentType.RESIDENCE_PERMIT;
import static org.termin.guidance.text.People.TEXTS;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.pack.BannedWords;

class MailTest {
  private static final BannedWords BANNED = BannedWords.load();
  private static final URI PAGE = URI.create("https://termin.example/plan");
  private static final URI UNSUBSCRIBE = URI.create("https://termin.example/u?t=a&b=c");

  @Test
  void aClearMailListsEveryDocumentWithDatesReasonsAndSteps() {
    MailText mail = TEXTS.mail(request("PL", Wording.CLEAR, Language.BE));
    assertThat(mail.subject()).isEqualTo("ціхі лес: нагадванне на пн 14.06.2027");
    assertThat(mail.text())
        .startsWith("Добры дзень! Ваша кодавае слова: ціхі лес.")
        .contains("== 2. Дазвол на побыт (karta pobytu), чалавек 1 ==")
        .contains("== 1. Пашпарт, чалавек 1 ==")
        .contains("Надрукаваны апошні дзень: пт 20.08.2027.")
        .contains("У дзень падачы мусіць дзейнічаць пашпарт (да пн 14.06.2027).")
        .contains("Зрабіце ўліковы запіс у MOS.")
        .contains("З якога дня прымаюць заявы, мы не знайшлі.")
        .contains("https://mos.cudzoziemcy.gov.pl (звесткі на аў 21.04.2026, праверце)")
        .contains("Што было далей, не вядома.")
        .contains(PAGE.toString())
        .contains(UNSUBSCRIBE.toString());
    assertThat(mail.html())
        .contains("<html lang=\"be\">")
        .contains("<h2>2. Дазвол на побыт (karta pobytu), чалавек 1</h2>")
        .contains("https://termin.example/u?t=a&amp;b=c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PL", "ES", "JP"})
  void noMailNamesNationalityOrganisationOrForeignLinks(String country) {
    for (Language language : Language.complete()) {
      MailText mail = TEXTS.mail(request(country, Wording.CLEAR, language));
      assertThat(BANNED.inText(mail.text())).isEmpty();
      List<String> hosts =
          Pattern.compile("https?://([^/\\s]+)")
              .matcher(mail.text())
              .results()
              .map((MatchResult link) -> link.group(1))
              .distinct()
              .toList();
      assertThat(
              List.of(
                  "termin.example",
                  "mos.cudzoziemcy.gov.pl",
                  "migrant.info.pl",
                  "www.defensordelpueblo.es"))
          .containsAll(hosts);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PL", "ES", "JP"})
  void aDiscreetMailGivesNothingAway(String country) {
    for (Language language : Language.complete()) {
      MailText mail = TEXTS.mail(request(country, Wording.DISCREET, language));
      assertThat(BANNED.inDiscreet(mail.subject() + mail.text() + mail.html())).isEmpty();
      assertThat(mail.text()).contains("14.06.2027").contains(PAGE.toString());
    }
  }

  @Test
  void subjectsAndCalendarTitlesAreNeutral() {
    for (Language language : Language.complete()) {
      assertThat(BANNED.inDiscreet(TEXTS.mail(request("PL", Wording.CLEAR, language)).subject()))
          .isEmpty();
      for (CalendarEntry entry : CalendarEntry.values()) {
        assertThat(BANNED.inDiscreet(TEXTS.calendarTitle(language, entry, 2))).isEmpty();
      }
    }
    assertThat(TEXTS.calendarTitle(Language.BE, CalendarEntry.APPLY, 2))
        .isEqualTo("Справа 2: апошні дзень");
  }

  @Test
  void stepsThatFileSomethingWaitForTheOpening() {
    Situation resident = People.living("ES", People.document(1, RESIDENCE_PERMIT, "2027-08-20"));
    assertThat(mailOn(resident, "2027-04-01")).doesNotContain("File with the Oficina");
    assertThat(mailOn(resident, "2027-07-01")).contains("File with the Oficina");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AM", "GE", "TR", "UA"})
  void whereNothingReplacesAPassportNothingIsSaidOfTheDayFromWhichItIsTaken(String country) {
    Situation resident = People.living(country, People.document(1, PASSPORT, "2027-08-20"));
    assertThat(mailOn(resident, "2027-04-01"))
        .doesNotContain("From which day it is taken")
        .doesNotContain("time limit is not known")
        .contains("Printed last valid day: Fri 20.08.2027.");
  }

  @Test
  void whereTheOpeningIsNotKnownTheMailSaysSo() {
    Situation resident = People.living("GE", People.document(1, RESIDENCE_PERMIT, "2027-08-20"));
    assertThat(mailOn(resident, "2027-04-01")).contains("From which day it is taken is not known.");
  }

  @Test
  void whoeverHasNotAnsweredTheQuestionReadsEveryWindowAndNoMixOfThem() {
    Situation resident = People.living("FR", People.document(1, RESIDENCE_PERMIT, "2027-02-20"));
    assertThat(mailOn(resident, "2026-11-22"))
        .contains(
            """
            This depends on your answer to the question “How is your titre de séjour renewed?”:
            - Online, in ANEF: from Fri 23.10.2026 to Tue 22.12.2026.
            - At the préfecture, not in ANEF: from Tue 22.12.2026 to Sat 20.02.2027.
            """)
        .contains("We count to the earliest of these days: Tue 22.12.2026.")
        .contains("What to do (Online, in ANEF):")
        .doesNotContain("It is taken from")
        .doesNotContain("Last day to hand it in");
  }

  @Test
  void whoeverHasAnsweredReadsOnlyTheirOwnWindow() {
    Situation silent = People.living("FR", People.document(1, RESIDENCE_PERMIT, "2027-02-20"));
    Situation office = new Situation(silent.country(), null, "office", silent.documents());
    assertThat(mailOn(office, "2026-11-22"))
        .contains("It is taken from Tue 22.12.2026.")
        .contains("Last day to hand it in: Sat 20.02.2027.")
        .doesNotContain("ANEF:")
        .doesNotContain("depends on your answer");
  }

  @Test
  void aDocumentThatMustStayValidIsNotSaidToEndEarlier() {
    Situation resident =
        People.living(
            "LT",
            People.document(1, PASSPORT, "2027-09-18"),
            People.document(2, RESIDENCE_PERMIT, "2027-10-08"));
    assertThat(mailOn(resident, "2026-11-22"))
        .contains("long enough: residence permit. The last day on which it does: Tue 08.06.2027")
        .doesNotContain("residence permit (until Tue 08.06.2027)");
  }

  @Test
  void whereNobodyCheckedTheRulesTheMailSaysSoFirst() {
    assertThat(TEXTS.mail(request("JP", Wording.CLEAR, Language.EN)).text())
        .contains("For your country we have no checked rules.")
        .contains("Nobody among us has checked your country's rules.");
  }

  @Test
  void stepsInAnotherLanguageAreNeverShownSilently() {
    String fallback = "поки є лише англійською";
    assertThat(TEXTS.mail(request("PL", Wording.CLEAR, Language.UK)).text()).contains(fallback);
    assertThat(TEXTS.mail(request("JP", Wording.CLEAR, Language.UK)).text())
        .doesNotContain(fallback);
  }

  @Test
  void polishAndLithuanianMailsHoldTheStepsInTheirLanguage() {
    assertThat(TEXTS.mail(request("PL", Wording.CLEAR, Language.PL)).text())
        .doesNotContain("tylko po angielsku");
    assertThat(TEXTS.mail(request("PL", Wording.CLEAR, Language.LT)).text())
        .doesNotContain("tik anglų kalba");
  }

  @Test
  void notesComeAsMailToo() {
    MailText mail = TEXTS.noteMail(Language.RU, "тихий лес", new Note.Code("123456"));
    assertThat(mail.subject()).isEqualTo("тихий лес: код");
    assertThat(mail.text()).contains("123456");
  }

  private static String mailOn(Situation situation, String today) {
    Told told = People.told(situation, 1, today);
    return TEXTS
        .mail(
            new MailRequest(
                Wording.CLEAR,
                Language.EN,
                "calm oak",
                List.of(new MailRequest.Line(2, told)),
                PAGE,
                null))
        .text();
  }

  private static MailRequest request(String country, Wording wording, Language language) {
    Situation household =
        People.living(
            country,
            People.document(1, PASSPORT, "2027-06-14"),
            People.document(2, RESIDENCE_PERMIT, "2027-08-20"));
    List<MailRequest.Line> lines =
        List.of(
            new MailRequest.Line(2, People.told(household, 2, "2027-05-20")),
            new MailRequest.Line(60, People.told(household, 1, "2027-05-20")));
    return new MailRequest(wording, language, CodeWords.of(language, 0), lines, PAGE, UNSUBSCRIBE);
  }
}
