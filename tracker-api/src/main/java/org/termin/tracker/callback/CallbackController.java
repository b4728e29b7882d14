package org.termin.tracker.callback;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.MessageSeal;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Incident;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.post.NotReady;
import org.termin.tracker.post.Post;

/**
 * Providers call here. What they say is sealed as it came, signature and all: the notifier judges,
 * the door believes nobody. Nothing here may ask for request parameters, because reading them would
 * consume the body the signature covers.
 */
@Hidden
@RestController
class CallbackController {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
  private static final String SIGNATURE = "X-Twilio-Signature";

  private final CallbackSecret secret;
  private final Post post;
  private final Refusals refusals;
  private final String base;

  CallbackController(CallbackSecret secret, Post post, Refusals refusals, DoorSettings settings) {
    this.secret = secret;
    this.post = post;
    this.refusals = refusals;
    this.base = settings.callback().url();
  }

  @PostMapping({"/callbacks/{secret}/sms/status", "/callbacks/{secret}/sms/reply"})
  void sms(
      @PathVariable("secret") String given,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!secret.fits(given)) {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
      return;
    }
    byte[] body;
    try {
      body = request.getInputStream().readAllBytes();
    } catch (IOException brokenOff) {
      refusals.write(request, response, ProblemKind.UNREADABLE_BODY);
      return;
    }
    Callback callback = callback(request, new String(body, StandardCharsets.UTF_8));
    if (callback == null || !MessageSeal.fits(callback)) {
      refusals.write(request, response, ProblemKind.BODY_TOO_LARGE);
      return;
    }
    post.send(callback);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private @Nullable Callback callback(HttpServletRequest request, String body) {
    String query = request.getQueryString();
    String url = base + request.getRequestURI() + (query == null ? "" : "?" + query);
    String signature = request.getHeader(SIGNATURE);
    try {
      return new Callback(url, signature == null ? "" : signature, body);
    } catch (IllegalArgumentException tooLong) {
      return null;
    }
  }

  /** Anything but 2xx makes the provider try again. */
  @ExceptionHandler
  void failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean early = failure instanceof NotReady;
    if (!early) {
      Incident.log(LOG, failure);
    }
    refusals.write(request, response, early ? ProblemKind.NOT_READY : ProblemKind.INTERNAL_ERROR);
  }
}
