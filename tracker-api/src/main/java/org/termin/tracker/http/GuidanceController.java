package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.pack.Published;
import org.termin.guidance.rule.Claim;
import org.termin.tracker.Store.StoreClock;
import tools.jackson.databind.JsonNode;

/** The rules themselves, with sources, dates and freshness, for other organisations. */
@RestController
@Tag(name = "guidance")
class GuidanceController {
  private final Packs packs;
  private final Published published;
  private final StoreClock clock;

  GuidanceController(Packs packs, StoreClock clock) {
    this.packs = packs;
    this.published = new Published(packs);
    this.clock = clock;
  }

  /**
   * One country's rules and texts.
   *
   * @param hash of the whole set they belong to
   * @param freshness of every fact, by its id
   */
  record CountryGuidance(
      String code,
      int version,
      String hash,
      LocalDate asOf,
      LocalDate today,
      Map<String, Freshness> freshness,
      JsonNode pack) {}

  /** How long a fact may be trusted. */
  record Freshness(
      State state, LocalDate checked, LocalDate verifyBy, @Nullable LocalDate validUntil) {

    /** In the words of the rules: stated as a fact, "as of …, check", or "not known; ask". */
    enum State {
      CURRENT,
      OLD,
      ENDED
    }

    static Freshness of(Claim claim, LocalDate today) {
      State state =
          !claim.holdsOn(today) ? State.ENDED : claim.isOldOn(today) ? State.OLD : State.CURRENT;
      return new Freshness(state, claim.checked(), claim.verifyBy(), claim.validUntil());
    }
  }

  @GetMapping("/api/v1/countries/{code}")
  @Operation(summary = "One country's rules with sources, dates and freshness")
  CountryGuidance country(@PathVariable String code) {
    return Country.of(code)
        .flatMap(packs::of)
        .map(this::answer)
        .orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
  }

  @GetMapping("/api/v1/guidance")
  @Operation(summary = "All packs with their schema, under a hash of their content")
  ResponseEntity<byte[]> all() {
    return ResponseEntity.ok()
        .eTag("\"" + published.hash() + "\"")
        .contentType(MediaType.APPLICATION_JSON)
        .body(published.set());
  }

  private CountryGuidance answer(CountryPack pack) {
    Country country = pack.rules().country();
    LocalDate today = Zones.today(country, clock.now());
    Map<String, Freshness> freshness = new TreeMap<>();
    pack.facts().forEach((id, fact) -> freshness.put(id, Freshness.of(fact.claim(), today)));
    return new CountryGuidance(
        country.code(),
        packs.version(),
        published.hash(),
        pack.rules().asOf(),
        today,
        freshness,
        published.of(country).orElseThrow());
  }
}
