package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.termin.standalone.Crowd;
import org.termin.testkit.mail.MailScript;
import org.termin.testkit.sms.Script;
import org.termin.testkit.sms.SentText;

/** What people and providers do to a Termin in a bad week: everything works, and much fails. */
final class Ordeal {
  static final String CODE_WORD = "круглы плюшч";
  static final String FREE_TEXT = "Зося Канарэечная-7741";
  static final String FREE_ASCII = "ZosiaKanareika7741";
  static final LocalDate PASSPORT = LocalDate.of(2034, 8, 23);
  static final LocalDate PERMIT = LocalDate.of(2031, 10, 19);
  static final LocalDate OTHERS = LocalDate.of(2033, 11, 27);
  static final LocalDate REFUSED_DAY = LocalDate.of(2019, 11, 28);
  static final String ANNA = "+48512777041";
  static final String ANNAS_MAIL = "Kanareika.Zosia7741@poshta-adkul.example";
  static final String BARYS = "+48513774142";
  static final String BARYS_SECOND = "+48604774143";
  static final String CELINA = "+48605774144";
  static final String DOROTA = "+48606774145";
  static final String BELARUSIAN = "+375297774153";
  static final String RUSSIAN_MAIL = "kanareika.zosia7742@mail.ru";

  /** How the provider may answer; each way has somebody of its own. */
  private static final List<Script> REFUSALS =
      List.of(
          Script.reject(21211),
          Script.reject(29999),
          Script.error500(),
          Script.error503(),
          Script.tooMany(),
          Script.html502(),
          Script.hangUp(),
          Script.reset(),
          Script.truncated());

  private final ChattyTermin termin;
  final Map<String, String> receipts = new LinkedHashMap<>();
  final List<Visitor> visitors = new ArrayList<>();

  Ordeal(ChattyTermin termin) {
    this.termin = termin;
  }

  static String unlucky(int n) {
    return "+4860777416%d".formatted(n);
  }

  static int unluckyPeople() {
    return REFUSALS.size();
  }

  private Person signsUp(String name, Map<String, Object> form) {
    Person person = Person.signsUp(termin, form);
    visitors.add(person.visitor);
    receipts.put(name, person.receipt);
    return person;
  }

  /** Signs up with a phone and a mailbox that refuses the first mail, and is active in the end. */
  Person anna() {
    termin.mail.answers(ANNAS_MAIL, MailScript.UNKNOWN_ADDRESS);
    Person anna =
        signsUp(
            "anna",
            Person.form(
                List.of(Person.sms(ANNA), Person.email(ANNAS_MAIL)),
                Map.of("passport", PASSPORT.toString(), "residence-permit", PERMIT.toString())));
    await().atMost(Crowd.PATIENCE).until(() -> !Person.codes(termin, ANNA).isEmpty());
    assertThat(anna.types(0, "000000")).isIn(400, 403, 404, 409, 422);
    anna.confirms(0, ANNA);
    anna.awaitState("active");
    return anna;
  }

  /** Two phones; answers, and is erased by {@link #ends}. */
  Person barys() {
    Person barys =
        signsUp(
            "barys",
            Person.form(
                List.of(Person.sms(BARYS), Person.sms(BARYS_SECOND)),
                Map.of("passport", OTHERS.toString())));
    barys.confirms(0, BARYS);
    barys.confirms(1, BARYS_SECOND);
    barys.awaitState("active");
    return barys;
  }

  /** Signs up on the pages, types a wrong code, and never confirms. */
  void celina() {
    Visitor celina = new Visitor(termin.supervisor.door());
    visitors.add(celina);
    celina.go("/be/start");
    celina.submit("/be/start/documents", Map.of("country", "PL"));
    celina.submit(
        "/be/start/plan", Map.of("day0", "28.11.2019", "day1", "31.2.2034", "name", FREE_TEXT));
    assertThat(celina.status()).isEqualTo(400);
    celina.submit(
        "/be/start/plan", Map.of("day0", "27.11.2033", "day1", "", "month1", "", "year1", ""));
    assertThat(celina.status()).isEqualTo(200);
    celina.submit("/be/start/contact", Map.of());
    celina.submit(
        "/be/start/wording", Map.of("phone", BELARUSIAN, "mail", RUSSIAN_MAIL, "name", FREE_TEXT));
    assertThat(celina.status()).isEqualTo(400);
    celina.submit("/be/start/wording", Map.of("phone", CELINA, "mail", ""));
    assertThat(celina.status()).isEqualTo(200);
    celina.submit("/be/start/register", Map.of("wording", "clear", "name", FREE_TEXT));
    assertThat(celina.status()).isEqualTo(400);
    celina.submit("/be/start/register", Map.of("wording", "discreet", "reminders", "on"));
    assertThat(celina.status()).isEqualTo(303);
    celina.go(celina.location());
    await().atMost(Crowd.PATIENCE).until(() -> !Person.codes(termin, CELINA).isEmpty());
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> celina.go("/be/code").page().contains("/be/code/again"));
    celina.submit("/be/code", Map.of("code", "111111"));
    celina.submit("/be/code", Map.of("code", FREE_TEXT));
  }

  /** Every bad answer of the provider, each to a person of its own. */
  void theProviderRefuses() {
    for (int n = 0; n < REFUSALS.size(); n++) {
      termin.provider.answers(unlucky(n), REFUSALS.get(n));
      signsUp(
          "unlucky " + n,
          Person.form(List.of(Person.sms(unlucky(n))), Map.of("passport", OTHERS.toString())));
    }
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                java.util.stream.IntStream.range(0, REFUSALS.size())
                    .noneMatch(n -> termin.provider.postsTo(unlucky(n)).isEmpty()));
  }

  /** The notifier dies while the provider has the text and has not answered. */
  void theNotifierDiesInMidSend() {
    termin.provider.answers(DOROTA, Script.stall());
    Person dorota =
        signsUp(
            "dorota",
            Person.form(List.of(Person.sms(DOROTA)), Map.of("passport", OTHERS.toString())));
    await().atMost(Crowd.PATIENCE).until(() -> !termin.provider.postsTo(DOROTA).isEmpty());
    termin.supervisor.kill("notifier");
    dorota.types(0, "222222");
    termin.supervisor.restart("notifier");
  }

  /** Texts from phones, reports that nobody signed, and reports with what does not belong there. */
  void providersCall(Person barys) {
    String path = "/callbacks/" + termin.supervisor.callbackSecret() + "/sms/";
    for (String text :
        List.of(FREE_TEXT, FREE_ASCII, "2", "9", "HELP", BARYS, "СТОП " + FREE_TEXT)) {
      assertThat(termin.provider.reply(path + "reply", BARYS, text)).isBetween(200, 204);
    }
    termin.provider.reply(path + "reply", BARYS_SECOND, "STOP");
    termin.provider.reply(path + "reply", FREE_ASCII, FREE_TEXT);
    termin.provider.reply("/callbacks/" + FREE_ASCII + "/sms/reply", BARYS, FREE_TEXT);
    SentText text = termin.provider.messagesTo(BARYS).getLast();
    String marked = String.valueOf(text.statusCallback());
    termin.provider.forge(marked, text, "another token");
    termin.provider.forge(marked + FREE_ASCII, text, "token");
    String mark = marked.substring(marked.indexOf("/callbacks/"));
    for (Map<String, String> form :
        List.of(
            Map.of("MessageStatus", "undelivered", "ErrorCode", "29998"),
            Map.of("MessageStatus", "failed", "ErrorCode", FREE_ASCII),
            Map.of("MessageStatus", "failed", "ErrorCode", BARYS),
            Map.of("MessageStatus", FREE_ASCII, "ErrorCode", "30003"),
            Map.of("MessageStatus", "delivered", "MessageSid", FREE_ASCII))) {
      Map<String, String> whole = new LinkedHashMap<>(Map.of("MessageSid", text.sid()));
      whole.put("To", BARYS);
      whole.put("From", BARYS_SECOND);
      whole.putAll(form);
      termin.provider.calls(mark, whole);
    }
    visitors.getFirst().go(path.replace("/sms/", "/mail/unsubscribe?t=") + FREE_ASCII);
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> count("select count(*) from door.inbox where tries = 0") == 0);
    assertThat(barys.asks("GET", "current", "")).isEqualTo(200);
  }

  private long count(String sql) {
    try (var admin = termin.admin();
        var statement = admin.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One changes everything and stays, one goes. */
  void ends(Person anna, Person barys) {
    termin.provider.answers(ANNA, Script.error500(), Script.reject(30001));
    anna.wantsAnotherCode(1);
    anna.confirms(1, ANNAS_MAIL);
    assertThat(anna.asks("PUT", "current", Map.of("wording", "discreet", "codeWord", CODE_WORD)))
        .isIn(200, 202);
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                anna.asks("GET", "current", "") == 200 && anna.visitor.page().contains(CODE_WORD));
    int texts = termin.provider.postsTo(ANNA).size();
    assertThat(anna.asks("POST", "current/actions", Map.of("action", "sample"))).isIn(200, 202);
    await().atMost(Crowd.PATIENCE).until(() -> termin.provider.postsTo(ANNA).size() > texts);
    assertThat(anna.asks("GET", "current/calendar.ics", "")).isEqualTo(200);
    pages(anna);
    // somebody was reminded, so that what is due has gone over the bus
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                count(
                        """
                        select count(*) from ledger.reminder
                         where state in ('ACCEPTED', 'SENT', 'DELIVERED')
                        """)
                    > 0);
    assertThat(anna.asks("POST", "current/actions", Map.of("action", "new-code"))).isEqualTo(200);
    anna.receipt = anna.visitor.json().path("receiptCode").asString();
    receipts.put("anna, new", anna.receipt);
    anna.awaitState("active");
    assertThat(barys.asks("DELETE", "current", "")).isIn(200, 202);
    await().atMost(Crowd.PATIENCE).until(() -> barys.asks("GET", "current", "") != 200);
  }

  private static void pages(Person anna) {
    Visitor visitor = anna.visitor;
    visitor.go("/be/enter").submit("/be/enter", Map.of("receipt", anna.receipt.substring(5)));
    visitor.go("/be/enter").submit("/be/enter", Map.of("receipt", anna.receipt));
    assertThat(visitor.status()).isEqualTo(303);
    for (String page : List.of("/be/me", "/be/me/change", "/be/me/moved", "/be/me/calendar.ics")) {
      assertThat(visitor.go(page).status()).as(page).isEqualTo(200);
    }
    visitor.press("/be/me/act", Map.of("action", FREE_ASCII, "on", FREE_TEXT));
    visitor.go("/be/" + FREE_ASCII + "?" + FREE_ASCII + "=" + FREE_ASCII);
  }
}
