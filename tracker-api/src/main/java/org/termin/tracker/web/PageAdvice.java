package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.termin.tracker.http.Incident;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.NotReady;

/** What a person sees when something goes wrong on a page. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

  private final Refusals refusals;

  PageAdvice(Refusals refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler
  void over(SessionOver over, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(303);
    response.setHeader("Location", "/" + Tongue.of(request).getLanguage() + "/enter");
  }

  @ExceptionHandler
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refusals.write(request, response, refused.kind());
  }

  @ExceptionHandler
  void notReady(NotReady early, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refusals.write(request, response, ProblemKind.NOT_READY);
  }

  @ExceptionHandler
  void badMethod(
      HttpRequestMethodNotSupportedException odd,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    refusals.write(request, response, ProblemKind.METHOD_NOT_ALLOWED);
  }

  @ExceptionHandler
  void badAccept(
      HttpMediaTypeNotAcceptableException odd,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    refusals.write(request, response, ProblemKind.NOT_ACCEPTABLE);
  }

  /** Half an escape, letters that are none, a thousand fields, a body that breaks off. */
  @ExceptionHandler
  void unreadable(
      InvalidParameterException odd, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean large = odd.getErrorCode() == ProblemKind.BODY_TOO_LARGE.status();
    refusals.write(
        request, response, large ? ProblemKind.BODY_TOO_LARGE : ProblemKind.UNREADABLE_BODY);
  }

  @ExceptionHandler
  void unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Incident.log(LOG, failure);
    refusals.write(request, response, ProblemKind.INTERNAL_ERROR);
  }
}
