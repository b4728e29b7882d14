package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.closing.Closing;
import org.termin.tracker.http.Tongue;

/** What every page shows around its own content. */
@ControllerAdvice(annotations = Controller.class)
class Frame {
  private final boolean recording;
  private final Closing closing;
  private final MessageSource texts;

  Frame(DoorSettings settings, Closing closing, MessageSource texts) {
    this.recording = settings.recording();
    this.closing = closing;
    this.texts = texts;
  }

  /** One sentence on every page while the service ends, and after it has. */
  @ModelAttribute("closing")
  @Nullable String closing(HttpServletRequest request) {
    Say say = new Say(texts, Tongue.of(request));
    return closing
        .notice()
        .map(
            notice ->
                notice.ended()
                    ? say.text("layout.ended")
                    : say.text("layout.closing", say.day(notice.until())))
        .orElse(null);
  }

  @ModelAttribute("lang")
  String lang(HttpServletRequest request) {
    return Tongue.of(request).getLanguage();
  }

  /** The language of the public pages, which are not written in all. */
  @ModelAttribute("open")
  String open(HttpServletRequest request) {
    return Tongue.reading(Tongue.of(request)).getLanguage();
  }

  /** The languages this page is written in. */
  @ModelAttribute("languages")
  List<String> languages(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    boolean read = String.valueOf(pattern).startsWith(Tongue.READING);
    return Tongue.ALL.stream()
        .filter(one -> !read || Tongue.reading(one).equals(one))
        .map(Locale::getLanguage)
        .toList();
  }

  @ModelAttribute("recording")
  boolean recording() {
    return recording;
  }

  /** The same page in another language; pages that answer a form have no address of their own. */
  @ModelAttribute("rest")
  @Nullable String rest(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean page =
        request.getMethod().equals("GET") && path.matches("/(" + Tongue.SPOKEN + ")(/[a-z-]*)*");
    return page ? path.substring(3) : null;
  }
}
