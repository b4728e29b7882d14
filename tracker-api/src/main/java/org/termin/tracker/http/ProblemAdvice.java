package org.termin.tracker.http;

import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.termin.tracker.post.NotReady;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns everything that goes wrong in the REST room into a problem that repeats no value. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(Refused refused, Locale locale) {
    return problems.answer(refused.kind(), refused.faults(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> notReady(NotReady notReady, Locale locale) {
    return problems.answer(ProblemKind.NOT_READY, List.of(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
    ProblemKind kind =
        unreadable.getCause() instanceof UnrecognizedPropertyException
            ? ProblemKind.UNKNOWN_FIELD
            : ProblemKind.UNREADABLE_BODY;
    String pointer = pointer(unreadable.getCause(), kind);
    List<Fault> faults = pointer.isEmpty() ? List.of() : List.of(new Fault(pointer, kind));
    return problems.answer(kind, faults, locale);
  }

  /** A form, which is not what we read here, that breaks off or cannot be decoded. */
  @ExceptionHandler
  ResponseEntity<Problem> noForm(InvalidParameterException odd, Locale locale) {
    return problems.answer(ProblemKind.of(odd.getErrorCode()), List.of(), locale);
  }

  /** Where it was; of a field we do not know only its parent, because names are values too. */
  private static String pointer(
      @org.jspecify.annotations.Nullable Throwable cause, ProblemKind kind) {
    if (!(cause instanceof DatabindException known)) {
      return "";
    }
    StringBuilder pointer = new StringBuilder();
    List<JacksonException.Reference> path = known.getPath();
    int length = kind == ProblemKind.UNKNOWN_FIELD ? path.size() - 1 : path.size();
    for (JacksonException.Reference step : path.subList(0, Math.max(0, length))) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return pointer.toString();
  }

  /** An id that is none, or nothing but a blank. */
  @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingPathVariableException.class})
  ResponseEntity<Problem> badPath(Locale locale) {
    return problems.answer(ProblemKind.NOT_FOUND, List.of(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> badMethod(HttpRequestMethodNotSupportedException odd, Locale locale) {
    return problems.answer(ProblemKind.METHOD_NOT_ALLOWED, List.of(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> badType(HttpMediaTypeNotSupportedException odd, Locale locale) {
    return problems.answer(ProblemKind.UNSUPPORTED_MEDIA_TYPE, List.of(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> badAccept(HttpMediaTypeNotAcceptableException odd, Locale locale) {
    return problems.answer(ProblemKind.NOT_ACCEPTABLE, List.of(), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unexpected(Exception unexpected, Locale locale) {
    Incident.log(LOG, unexpected);
    return problems.answer(ProblemKind.INTERNAL_ERROR, List.of(), locale);
  }
}
