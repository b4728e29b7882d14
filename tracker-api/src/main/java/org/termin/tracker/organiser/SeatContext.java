package org.termin.tracker.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who is behind a request: a seat that still counts, of an organiser who was not revoked. */
@Component
class SeatContext implements SecurityContextRepository {
  private final Seats seats;
  private final Organisers organisers;

  SeatContext(Seats seats, Organisers organisers) {
    this.seats = seats;
    this.organisers = organisers;
  }

  private Optional<Organiser> organiser(HttpServletRequest request) {
    if (!(seats.of(request).orElse(null) instanceof Seat.Known seat)) {
      return Optional.empty();
    }
    Optional<Organiser> active = organisers.active(seat.handle());
    if (active.isPresent()) {
      seats.renew(request);
    } else {
      seats.leave(seat.handle());
    }
    return active;
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still asks for it; the filters no longer do
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  private SecurityContext load(HttpServletRequest request) {
    return organiser(request)
        .<SecurityContext>map(one -> new SecurityContextImpl(PasskeyAuthentication.of(one)))
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  /** Nothing: only a passkey makes a seat. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return seats.of(request).orElse(null) instanceof Seat.Known;
  }
}
