package org.termin.tracker.web;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.termin.contract.words.RussianRoutes;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Tongue;

/**
 * What we keep, who can read it and what we cannot protect. Tests hold the numbers in its texts
 * against those of the program: a page that promises more than is done puts people at risk.
 */
@Controller
class PrivacyController {
  /** What stands in a record, each with a reason. */
  private static final List<String> FIELDS =
      List.of(
          "contact",
          "country",
          "documents",
          "people",
          "language",
          "word",
          "consents",
          "met",
          "sent",
          "keys");

  private final List<Part> parts;
  private final String controller;

  PrivacyController(DoorSettings settings) {
    String russian =
        settings.russianRoutes() == RussianRoutes.ALLOWED ? "routes.allowed" : "routes.refused";
    this.controller = settings.controller();
    String who = controller.isEmpty() ? "controller.unknown" : "controller.known";
    this.parts =
        List.of(
            new Part("kept", "kept.title", List.of()),
            numbered("long", 6),
            numbered("rest", 9),
            numbered("who", 7),
            numbered("cannot", 6),
            // in the words of the page that people show each other
            new Part("real", "real.section", points("real", 5)),
            numbered("found", 8),
            new Part("erase", "erase.section", points("erase", 5)),
            numbered("lost", 3),
            new Part("controller", "controller.title", List.of(who)),
            numbered("runs", 3),
            numbered("end", 2),
            new Part("routes", "routes.title", List.of("routes.never", russian)),
            numbered("rights", 4));
  }

  /** A heading and the points below it, by the keys of their texts. */
  public record Part(String id, String title, List<String> points) {}

  private static Part numbered(String id, int points) {
    return new Part(id, id + ".title", points(id, points));
  }

  private static List<String> points(String id, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> id + "." + number).toList();
  }

  @GetMapping(Tongue.READING + "/privacy")
  String privacy(Model model) {
    model.addAttribute("fields", FIELDS);
    model.addAttribute("parts", parts);
    model.addAttribute("controller", controller);
    return "privacy";
  }
}
