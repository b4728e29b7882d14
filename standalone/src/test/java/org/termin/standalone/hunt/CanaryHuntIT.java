package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * S1: what people entrusted to a Termin is found nowhere it leaves anything behind, although much
 * went wrong and everybody was told to log whatever they can.
 *
 * <p>Not looked for: a day as a number of days, because any binary file holds every small number; a
 * code of six digits or a single group of a receipt code in binary files, where they come up by
 * chance, while there the code is looked for with its words and the receipt code by two groups. In
 * text both must stand alone: the logs hold some 35 other numbers of six digits, so one run in a
 * thousand may raise a false alarm. What due days tell is the business of S5. Memory is not looked
 * through; whoever reads it has the keys. Kafka's broker and the supervisor take no level from the
 * environment.
 */
class CanaryHuntIT {
  @TempDir Path folder;

  @Test
  void nothingOfAPersonIsFoundWhereverATerminLeavesSomething() throws IOException, SQLException {
    long begin = System.nanoTime();
    Hunter hunter;
    Hunter control;
    Hunter poison = new Hunter(List.of(Canary.text("poison", Sabotage.POISON)));
    Remains remains;
    try (ChattyTermin termin = new ChattyTermin(folder)) {
      Ordeal ordeal = new Ordeal(termin);
      Sabotage sabotage = new Sabotage(termin);
      remains = new Remains(termin);
      System.out.printf("canary hunt: started in %.1f s%n", seconds(begin));
      Person anna = ordeal.anna();
      sabotage.badRequests(anna.visitor, anna.receipt);
      Person barys = ordeal.barys();
      ordeal.celina();
      ordeal.theProviderRefuses();
      sabotage.poison();
      sabotage.unreadableRows();
      ordeal.providersCall(barys);
      ordeal.theNotifierDiesInMidSend();
      sabotage.statementsFail(anna);
      ordeal.ends(anna, barys);
      System.out.printf("canary hunt: the ordeal took %.1f s%n", seconds(begin));
      hunter = new Hunter(canaries(termin, ordeal));
      control = new Hunter(canaries(termin, ordeal));
      remains.ofTheProviders(control);
      remains.ofTheLiving(hunter);
    }
    remains.ofTheStopped(hunter);
    remains.logs(poison);
    System.out.printf(
        "canary hunt: %d patterns, %,d MB, %.1f s in all%n%s",
        hunter.patterns(), hunter.bytes() >> 20, seconds(begin), hunter.table());
    // what was meant to fail has failed, and everybody talked
    assertThat(remains.notifierLog())
        .contains("dead letters", "without a valid signature", "UNKNOWN_CODE");
    assertThat(remains.postgresLog())
        .containsIgnoringCase("parameters: $1 =")
        .contains("permission denied", "terminating connection");
    // the same hunter finds them where they have to be
    for (String canary : List.of("phone 0", "phone 4", "phone 5", "mail", "code", "code word")) {
      assertThat(control.hits()).anyMatch(hit -> hit.contains(": " + canary + " ("));
    }
    assertThat(hunter.hits()).isEmpty();
    assertThat(poison.hits()).isEmpty();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static List<Canary> canaries(ChattyTermin termin, Ordeal ordeal) {
    List<Canary> all = new ArrayList<>();
    List<String> phones =
        new ArrayList<>(
            List.of(Ordeal.ANNA, Ordeal.BARYS, Ordeal.BARYS_SECOND, Ordeal.CELINA, Ordeal.DOROTA));
    for (int n = 0; n < Ordeal.unluckyPeople(); n++) {
      phones.add(Ordeal.unlucky(n));
    }
    phones.forEach(phone -> all.add(Canary.phone("phone " + phones.indexOf(phone), phone)));
    all.add(Canary.mail("mail", Ordeal.ANNAS_MAIL));
    all.add(Canary.mail("refused mail", Ordeal.RUSSIAN_MAIL));
    all.add(Canary.text("refused phone", Ordeal.BELARUSIAN.substring(1)));
    all.add(Canary.day("passport's day", Ordeal.PASSPORT));
    all.add(Canary.day("permit's day", Ordeal.PERMIT));
    all.add(Canary.day("others' day", Ordeal.OTHERS));
    all.add(Canary.text("code word", Ordeal.CODE_WORD));
    all.add(Canary.text("free text", Ordeal.FREE_TEXT));
    all.add(Canary.text("free ASCII text", Ordeal.FREE_ASCII));
    all.add(Canary.text("address", Visitor.ADDRESS));
    all.add(Canary.text("IPv6 address", Visitor.ADDRESS_6));
    all.add(Canary.text("user agent", Visitor.AGENT));
    all.add(Canary.text("referrer", Visitor.CAME_FROM));
    ordeal.receipts.forEach((who, code) -> all.add(Canary.receipt("receipt of " + who, code)));
    for (Visitor visitor : ordeal.visitors) {
      for (String cookie : visitor.cookies()) {
        all.add(Canary.text("cookie", cookie.substring(0, Math.min(60, cookie.length()))));
      }
    }
    List<String> contacts = new ArrayList<>(phones);
    contacts.add(Ordeal.ANNAS_MAIL);
    for (String contact : contacts) {
      List<String> messages = Person.messages(termin, contact);
      for (String code : Person.codes(termin, contact)) {
        String message = messages.stream().filter(one -> one.contains(code)).findFirst().orElse("");
        all.add(Canary.code("code", code, message));
      }
    }
    return all;
  }
}
