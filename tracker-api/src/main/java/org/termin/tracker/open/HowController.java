package org.termin.tracker.open;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Tongue;

/** What happens after signing up, told before anybody does, and where the source code is. */
@Controller
class HowController {
  private final String sourceUrl;

  HowController(DoorSettings settings) {
    this.sourceUrl = settings.sourceUrl();
  }

  @GetMapping(Tongue.READING + "/how")
  String how(Model model) {
    model.addAttribute("sourceUrl", sourceUrl);
    return "how";
  }
}
