package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Tongue;

/** What every page shows around its own content. */
@ControllerAdvice(annotations = Controller.class)
class Frame {
  private final boolean recording;

  Frame(DoorSettings settings) {
    this.recording = settings.recording();
  }

  @ModelAttribute("lang")
  String lang(HttpServletRequest request) {
    return Tongue.of(request).getLanguage();
  }

  @ModelAttribute("recording")
  boolean recording() {
    return recording;
  }

  /** The same page in another language; pages that answer a form have no address of their own. */
  @ModelAttribute("rest")
  @Nullable String rest(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean page = request.getMethod().equals("GET") && path.matches("/(be|ru|en)(/[a-z-]*)*");
    return page ? path.substring(3) : null;
  }
}
