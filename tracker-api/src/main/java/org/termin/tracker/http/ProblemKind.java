package org.termin.tracker.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of everything that can be wrong; ids are stable, texts are in the bundles. */
public enum ProblemKind {
  UNREADABLE_BODY(400),
  UNKNOWN_FIELD(400),
  MISSING_FIELD(400),
  SEVERAL_FAULTS(400),
  UNKNOWN_COUNTRY(400),
  REFUSED_COUNTRY(400),
  UNKNOWN_REGION(400),
  UNKNOWN_GROUND(400),
  UNKNOWN_DOCUMENT_TYPE(400),
  UNKNOWN_DOCUMENT_STATE(400),
  UNKNOWN_SIGN(400),
  UNKNOWN_LANGUAGE(400),
  UNKNOWN_WORDING(400),
  UNKNOWN_ZONE(400),
  IMPOSSIBLE_DATE(400),
  PAST_DATE(400),
  FAR_DATE(400),
  FUTURE_DATE(400),
  NO_DOCUMENT(400),
  TOO_MANY_DOCUMENTS(400),
  UNKNOWN_DOCUMENT(400),
  NO_CONTACT(400),
  TOO_MANY_CONTACTS(400),
  UNKNOWN_CHANNEL(400),
  CLOSED_CHANNEL(400),
  UNREADABLE_CONTACT(400),
  COUNTRY_CODE_MISSING(400),
  REFUSED_ROUTE(400),
  RUSSIAN_ROUTE(400),
  PREMIUM_NUMBER(400),
  SHARED_COST_NUMBER(400),
  SATELLITE_NUMBER(400),
  NUMBER_WITHOUT_TEXTS(400),
  SAME_CONTACT_TWICE(400),
  UNKNOWN_CONTACT(400),
  CONSENT_MISSING(400),
  UNREADABLE_COMMUNITY(400),
  UNKNOWN_WAVE_SIZE(400),
  UNREADABLE_CODE_WORD(400),
  UNKNOWN_ACTION(400),
  UNKNOWN_PAUSE(400),
  UNKNOWN_REASON(400),
  UNREADABLE_CONFIRMATION(400),
  UNKNOWN_CODE(401),
  UNKNOWN_PASSKEY(401),
  FOREIGN_FORM(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CHANGED_MEANWHILE(409),
  ENDED(410),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  WRONG_CODE(422),
  EXPIRED_CODE(422),
  LOCKED_CODE(422),
  NOT_POSSIBLE(422),
  TOO_MANY_REQUESTS(429),
  INTERNAL_ERROR(500),
  NOT_READY(503),
  CLOSING(503);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }

  /** The stable id, such as {@code past-date}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem of that id. */
  public static Optional<ProblemKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** What to tell where the container has nothing but a status. */
  static ProblemKind of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> NOT_READY;
      // methods, codings and versions of HTTP nobody knows are no failure of ours
      case 501, 505 -> UNREADABLE_BODY;
      default -> status >= 500 ? INTERNAL_ERROR : UNREADABLE_BODY;
    };
  }
}
