package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Problems;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.http.Tongue;

/** Pages that ask nothing: what this is, how to know us, what a problem means. */
@Controller
class HomeController {
  private final Problems problems;
  private final Refusals refusals;

  HomeController(Problems problems, Refusals refusals) {
    this.problems = problems;
    this.refusals = refusals;
  }

  @GetMapping("/")
  String root(HttpServletRequest request) {
    return "redirect:/" + Tongue.of(request).getLanguage();
  }

  @GetMapping({Tongue.JOURNEY, Tongue.JOURNEY + "/"})
  String home() {
    return "home";
  }

  @GetMapping(Tongue.JOURNEY + "/{page:real|erased}")
  String text(@PathVariable String page) {
    return page;
  }

  @GetMapping("/problems/{id}")
  @Nullable String problem(
      @PathVariable String id,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws java.io.IOException {
    var kind = ProblemKind.of(id);
    if (kind.isEmpty()) {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
      return null;
    }
    model.addAttribute("id", id);
    model.addAttribute("status", kind.get().status());
    model.addAttribute("title", problems.title(kind.get(), locale));
    model.addAttribute("detail", problems.detail(kind.get(), locale));
    return "problem";
  }
}
