package org.termin.notifier.winddown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.notifier.Refused;
import org.termin.notifier.keys.WindDownLog.History;
import org.termin.notifier.keys.WindDownLog.Standing;

/** The end of the service for its operators, on the loopback port; JSON only, as for the keys. */
@RestController
@RequestMapping("/wind-down")
class WindDownController {
  private final WindDown windDown;
  private final Cards cards;
  private final Farewells farewells;
  private final Ending ending;
  private final WindDownRehearsal rehearsal;

  WindDownController(
      WindDown windDown,
      Cards cards,
      Farewells farewells,
      Ending ending,
      WindDownRehearsal rehearsal) {
    this.windDown = windDown;
    this.cards = cards;
    this.farewells = farewells;
    this.ending = ending;
    this.rehearsal = rehearsal;
  }

  /** An operator's card as it was typed. */
  record Card(@Nullable String card) {
    @Override
    public String toString() {
      return "Card";
    }
  }

  /**
   * How it stands.
   *
   * @param cards how many operators' cards there are
   * @param standing running, proposed, closing or ended
   * @param until the last day, while it is closing
   * @param hindrance what keeps it from ending now
   */
  record Status(
      int cards,
      String standing,
      @Nullable Instant since,
      @Nullable LocalDate until,
      Farewells.@Nullable Progress progress,
      @Nullable String hindrance) {}

  @GetMapping
  Status status() {
    History history = windDown.history();
    int made = history.cards().size();
    return switch (history.standing()) {
      case Standing.Running _ -> new Status(made, "running", null, null, null, null);
      case Standing.Proposed(int _, String _, Instant at) ->
          new Status(made, "proposed", at, null, null, null);
      case Standing.Closing closing -> closing(made, closing);
      case Standing.Ended(Instant at) -> new Status(made, "ended", at, null, null, null);
    };
  }

  private Status closing(int made, Standing.Closing closing) {
    Farewells.Progress progress = farewells.sweep();
    return new Status(
        made,
        "closing",
        closing.agreed(),
        closing.until(),
        progress,
        ending.hindrance(closing, () -> progress).orElse(null));
  }

  @PostMapping(path = "/cards", consumes = MediaType.APPLICATION_JSON_VALUE)
  Card card(@RequestBody Card vouching) {
    return new Card(cards.make(vouching.card()));
  }

  @PostMapping(path = "/propose", consumes = MediaType.APPLICATION_JSON_VALUE)
  Status propose(@RequestBody Card card) {
    windDown.propose(card.card());
    return status();
  }

  @PostMapping(path = "/agree", consumes = MediaType.APPLICATION_JSON_VALUE)
  Status agree(@RequestBody Card card) {
    windDown.agree(card.card());
    return status();
  }

  @PostMapping(path = "/take-back", consumes = MediaType.APPLICATION_JSON_VALUE)
  Status takeBack(@RequestBody Card card) {
    windDown.takeBack(card.card());
    farewells.sweep();
    return status();
  }

  /** What would happen, as lines; writes nothing. */
  @GetMapping("/rehearsal")
  List<String> rehearse() {
    return rehearsal.lines();
  }

  @ExceptionHandler
  ProblemDetail refused(Refused refused) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.sentence());
  }
}
