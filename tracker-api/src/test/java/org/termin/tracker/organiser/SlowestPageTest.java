package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.database.Role;
import org.termin.guidance.pack.Packs;
import org.termin.testkit.Figures;

/**
 * Every page with figures where there are as many as there can be: each country, sort of document
 * and month of two releases, and the same of the community. More residents make no more of them.
 */
class SlowestPageTest {
  private static final List<String> PUBLIC =
      List.of(
          "/en",
          "/en/waves",
          "/en/waves/pl",
          "/en/waves/pl/brief",
          "/en/waves/pl/chart.png",
          "/api/v1/waves",
          "/api/v1/waves.csv",
          "/api/v1/waves/reports",
          "/en/status");
  private static final List<String> ORGANISERS =
      List.of("/o", "/o/waves/pl", "/o/waves/pl/chart.png", "/o/waves/figures.csv", "/o/poster");

  private final Site site = Site.shared();

  @BeforeEach
  void everythingThatCanBeSaid() {
    forget();
    var notifier = site.door.store.jdbc(Role.NOTIFIER);
    notifier.sql("insert into wave.release values ('2026-10-12'), ('2026-11-09')").update();
    for (String table : List.of("cell", "community_cell")) {
      boolean all = table.equals("cell");
      notifier
          .sql(
              """
              insert into wave.%s
                (released, country, document, period_start, months, households, drawn%s)
              select released, country, document, date '2026-10-01' + month * interval '1 month', 1,
                     100 + 5 * month, released%s
                from unnest('{2026-10-12,2026-11-09}'::date[]) released,
                     unnest(string_to_array(:countries, ',')) country,
                     unnest('{passport,residence-permit,travel-document}'::text[]) document,
                     generate_series(0, 26) month
              """
                  .formatted(table, all ? "" : ", community", all ? "" : ", :community::uuid"))
          .param("countries", String.join(",", countries()))
          .param("community", site.community)
          .update();
    }
  }

  @AfterEach
  void forget() {
    site.door.store.asAdmin("delete from wave.release");
  }

  private List<String> countries() {
    return site.door.context.getBean(Packs.class).countries().keySet().stream()
        .map(Country::code)
        .sorted()
        .toList();
  }

  private void ask(String path) {
    if (path.startsWith("/o")) {
      assertThat(site.first.opens(path)).as(path).isEqualTo(200);
    } else {
      assertThat(site.door.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void isNamedWithTheOthersBesideIt() {
    int rounds = Figures.size("pages", 3, 200);
    Map<String, double[]> millis = new LinkedHashMap<>();
    PUBLIC.forEach(path -> millis.put(path, new double[rounds]));
    ORGANISERS.forEach(path -> millis.put(path, new double[rounds]));
    for (int round = -rounds / 4; round < rounds; round++) {
      for (var page : millis.entrySet()) {
        long begin = System.nanoTime();
        ask(page.getKey());
        if (round >= 0) {
          page.getValue()[round] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    millis.values().forEach(Arrays::sort);
    double front = millis.get("/en")[rounds / 2];
    List<String> said =
        millis.entrySet().stream()
            .sorted(Comparator.comparingDouble(page -> -page.getValue()[rounds / 2]))
            .map(
                page ->
                    String.format(
                        Locale.ROOT,
                        "%s %.1f times the front page (%.1f ms, 95 of 100 within %.1f)",
                        page.getKey(),
                        page.getValue()[rounds / 2] / front,
                        page.getValue()[rounds / 2],
                        page.getValue()[rounds * 95 / 100]))
            .toList();
    Figures.record(
        "S17",
        "Pages with every figure that can be said, slowest first",
        0,
        "mvn -Preliability -pl tracker-api -am verify -Dtest=SlowestPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        "%,d figures of everybody, as many of the community, %d rounds: %s"
            .formatted(countries().size() * 3 * 27 * 2, rounds, String.join("; ", said)),
        true);
    assertThat(said).hasSize(PUBLIC.size() + ORGANISERS.size());
  }
}
