package org.termin.tracker.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.termin.contract.organiser.Secret;

/** The token that shows a form or script to be of our own page; it lives and ends with a seat. */
@Component
class FormTokens implements CsrfTokenRepository {
  static final String HEADER = "X-Form";
  static final String FIELD = "form";

  private final Seats seats;

  FormTokens(Seats seats) {
    this.seats = seats;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return new DefaultCsrfToken(HEADER, FIELD, Secret.random().token());
  }

  /** Whoever looks at a page gets a seat; whoever posts without one gets nothing. */
  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null && request.getMethod().equals("GET")) {
      seats.visit(response, token.getToken());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return seats
        .of(request)
        .map(seat -> new DefaultCsrfToken(HEADER, FIELD, seat.form()))
        .orElse(null);
  }
}
