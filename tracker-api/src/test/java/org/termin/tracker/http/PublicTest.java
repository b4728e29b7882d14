package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.database.Role;
import org.termin.tracker.Door;

class PublicTest {
  private final Door door = Door.shared();

  @Test
  void countriesAreNamedInTheCallersLanguageWithPacksFirst() {
    var countries = Door.json(door.get("/api/v1/countries", "Accept-Language", "be"));
    assertThat(countries.get(0).get("pack").asBoolean()).isTrue();
    List<String> codes = new ArrayList<>();
    countries.forEach(
        country -> {
          codes.add(country.get("code").asString());
          if (country.get("code").asString().equals("PL")) {
            assertThat(country.get("name").asString()).isEqualTo("Польшча");
            assertThat(country.get("pack").asBoolean()).isTrue();
          }
        });
    assertThat(codes).contains("PL", "ES", "GE").doesNotContain("BY");
  }

  @Test
  void aCountrysRulesComeWithSourcesDatesAndFreshness() {
    var poland = Door.json(door.get("/api/v1/countries/PL"));
    var window = poland.get("pack").get("facts").get("PL-PDP-WINDOW");
    assertThat(window.get("sources").get(0).get("url").asString()).startsWith("https://");
    var freshness = poland.get("freshness").get("PL-PDP-WINDOW");
    assertThat(freshness.get("state").asString()).isEqualTo("ENDED");
    assertThat(freshness.get("validUntil").asString()).isEqualTo("2026-06-30");
    assertThat(poland.get("freshness").get("BY-KEEP-EXPIRED").get("checked").asString())
        .isNotEmpty();
  }

  @Test
  void aCountryWithoutAPackIsNotFoundAndSaidSo() {
    for (String code : List.of("JP", "nothing")) {
      var answer = door.get("/api/v1/countries/" + code);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Door.json(answer).get("type").asString()).endsWith("not-found");
    }
  }

  @Test
  void theWholeSetCarriesAHashOfItsContent() {
    var answer = door.get("/api/v1/guidance");
    var set = Door.json(answer);
    String hash = set.get("hash").asString();
    assertThat(hash).matches("sha-256:[0-9a-f]{64}");
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + hash + "\"");
    assertThat(Door.json(door.get("/api/v1/countries/ES")).get("hash").asString()).isEqualTo(hash);
    assertThat(set.get("countries").propertyNames()).contains("PL", "ES");
    assertThat(set.get("countries").get("PL"))
        .isEqualTo(Door.json(door.get("/api/v1/countries/PL")).get("pack"));
    assertThat(set.get("schema").get("title").asString()).isEqualTo("A country pack");
    int status = door.get("/api/v1/guidance", "If-None-Match", "\"" + hash + "\"").statusCode();
    assertThat(status).isEqualTo(304);
  }

  @Test
  void aPlanSaysWhatByWhenAndWhyAndStoresNothing() {
    var plan = Door.json(door.post("/api/v1/plans", Door.json(Requests.household())));
    var document = plan.get("documents").get(0);
    assertThat(document.get("applyBy").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(document.get("reasons")).isNotEmpty();
    assertThat(document.get("steps")).isNotEmpty();
    assertThat(document.get("sources")).isNotEmpty();
  }

  @Test
  void wavesAreEmptyUntilSomethingIsReleased() {
    assertThat(door.get("/api/v1/waves").body()).isEqualTo("[]");
    door.store
        .jdbc(Role.NOTIFIER)
        .sql(
            """
            insert into wave.release values ('2026-10-12')
            """)
        .update();
    door.store
        .jdbc(Role.NOTIFIER)
        .sql(
            """
            insert into wave.cell
              (released, country, document, period_start, months, households, drawn)
            values ('2026-10-12', 'PL', 'passport', '2027-01-01', 3, 125, '2026-09-14')
            """)
        .update();
    var waves = Door.json(door.get("/api/v1/waves"));
    String csv = door.get("/api/v1/waves.csv").body();
    door.store.asAdmin("delete from wave.release");
    assertThat(csv)
        .isEqualTo(
            """
            released,country,document,period_start,months,households,drawn
            2026-10-12,PL,passport,2027-01-01,3,125,2026-09-14
            """);
    assertThat(waves.get(0).get("households").asInt()).isEqualTo(125);
    assertThat(waves.get(0).get("periodStart").asString()).isEqualTo("2027-01-01");
  }

  @Test
  void theInterfaceIsDescribedAsOpenApi31() {
    var api = Door.json(door.get("/api/v1/openapi.json"));
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    List<String> paths = new ArrayList<>(api.get("paths").propertyNames());
    assertThat(paths)
        .containsExactlyInAnyOrder(
            "/api/v1/countries",
            "/api/v1/countries/{code}",
            "/api/v1/guidance",
            "/api/v1/plans",
            "/api/v1/registrations",
            "/api/v1/registrations/{id}/confirmations",
            "/api/v1/registrations/{id}/resend",
            "/api/v1/registrations/current",
            "/api/v1/registrations/current/actions",
            "/api/v1/registrations/current/calendar.ics",
            "/api/v1/waves",
            "/api/v1/waves.csv",
            "/api/v1/waves/reports");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/be",
        "/style.css",
        "/api/v1/countries",
        "/nothing",
        "/api/nothing",
        "/favicon.ico"
      })
  void everyAnswerCarriesTheHeaders(String path) {
    var headers = door.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe")
        .doesNotContain("http");
    Map.of(
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin")
        .forEach((name, value) -> assertThat(headers.firstValue(name)).hasValue(value));
    assertThat(headers.firstValue("Strict-Transport-Security"))
        .hasValue("max-age=63072000; includeSubDomains");
    assertThat(headers.map()).doesNotContainKey("server");
    assertThat(String.join(" ", headers.allValues("Set-Cookie"))).doesNotContain("JSESSIONID");
  }

  @ParameterizedTest
  @CsvSource({
    "/be, text/html",
    "/be/nothing, text/html",
    "/style.css, text/css",
    "/robots.txt, text/plain"
  })
  void everyTextSaysItsCharset(String path, String type) {
    assertThat(door.get(path, "Accept", "text/html,*/*").headers().firstValue("Content-Type"))
        .hasValue(type + ";charset=UTF-8");
  }

  @Test
  void nothingButHealthAndMetricsIsOnTheManagementPortAndNoneOfItOnTheOther() {
    assertThat(door.get("/actuator/health").statusCode()).isEqualTo(404);
    assertThat(door.get(door.management + "/actuator/health").statusCode()).isEqualTo(200);
    assertThat(door.get(door.management + "/actuator/env").statusCode()).isEqualTo(404);
    assertThat(door.get(door.management + "/actuator/heapdump").statusCode()).isEqualTo(404);
    String metrics = door.management + "/actuator/metrics";
    assertThat(door.get(metrics, "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void whatComesTooFastIsRefusedAndTheAddressIsKeptNowhere() {
    Door own = Door.with("--termin.limits.plans=3");
    String body = Door.json(Requests.household());
    for (int i = 0; i < 3; i++) {
      assertThat(own.post("/api/v1/plans", body).statusCode()).isEqualTo(200);
    }
    var refused = own.post("/api/v1/plans", body);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(own.get("/api/v1/countries").statusCode()).isEqualTo(200);
    own.context.close();
  }
}
