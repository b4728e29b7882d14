package org.termin.tracker.post;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.ViewSeal;
import org.termin.tracker.session.Access;

/** Fetches the one view a receipt code finds and opens it with the code's key; keeps nothing. */
@Component
public class People {
  private static final Logger LOG = LoggerFactory.getLogger(People.class);

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A person's view with the id and version its changes must name. */
  public record Found(UUID registration, int version, PersonView view) {
    @Override
    public String toString() {
      return "Found";
    }
  }

  private record Row(UUID id, int version, byte[] view) {}

  /** The view these keys open; erased and never known look the same. */
  public Optional<Found> find(Access access) {
    return jdbc.sql("select id, version, view from people.person_view(?)")
        .param(access.lookup().bytes())
        .query((row, _) -> new Row(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)))
        .optional()
        .flatMap(row -> open(row, access));
  }

  private static Optional<Found> open(Row row, Access access) {
    return switch (ViewSeal.open(access.view(), row.id(), row.version(), row.view())) {
      case Opened<PersonView>(PersonView view) ->
          Optional.of(new Found(row.id(), row.version(), view));
      case Unopened<PersonView>(var reason) -> {
        LOG.error("integrity: a view does not open ({})", reason);
        yield Optional.empty();
      }
    };
  }
}
