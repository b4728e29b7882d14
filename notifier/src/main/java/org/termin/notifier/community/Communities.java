package org.termin.notifier.community;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.JoinCode;
import org.termin.notifier.Refused;

/** The communities, which residents join by a code; how many did is counted by nobody here. */
@Component
class Communities {
  private static final String UNKNOWN =
      "There is no community with this code: ./termin community list shows those that are there.";
  private static final String CLOSED = "The community of this code was closed.";

  private final JdbcClient db;
  private final SecureRandom random = new SecureRandom();

  Communities(JdbcClient db) {
    this.db = db;
  }

  /**
   * One of them.
   *
   * @param organisers how many can come in
   */
  record Line(String code, boolean active, int organisers) {
    /** Who belongs where is nobody's business. */
    @Override
    public String toString() {
      return "Line";
    }
  }

  private record Known(UUID id, boolean active) {}

  /** Makes one of that code, or of one that is drawn. */
  JoinCode create(@Nullable String typed) {
    JoinCode code = typed == null ? Drawn.code(random) : read(typed);
    boolean made =
        db.sql(
                    """
                    insert into organiser.community (id, join_code) values (?, ?)
                    on conflict (join_code) do nothing
                    """)
                .params(UUID.randomUUID(), code.value())
                .update()
            == 1;
    if (!made) {
      throw new Refused(taken(code));
    }
    return code;
  }

  private String taken(JoinCode code) {
    return known(code).filter(Known::active).isPresent()
        ? "There is a community with this code already; nothing was made."
        : CLOSED
            + " Its residents may still have the code in their records, and would be counted in"
            + " the new one without being asked: take another code.";
  }

  List<Line> all() {
    return db.sql(
            """
            select c.join_code as code, c.active,
                   count(o.community) filter (where o.active and c.active) as organisers
              from organiser.community c left join organiser.organiser o on o.community = c.id
             group by c.id order by c.active desc, c.join_code
            """)
        .query(Line.class)
        .list();
  }

  /** The one that is open under this code. */
  UUID open(@Nullable String typed) {
    Known known = known(read(typed)).orElseThrow(() -> new Refused(UNKNOWN));
    if (!known.active()) {
      throw new Refused(CLOSED);
    }
    return known.id();
  }

  /** Closes it for good; how many organisers were put out. */
  int close(@Nullable String typed) {
    open(typed);
    Integer gone =
        db.sql("select organiser.close(?)")
            .param(read(typed).value())
            .query(Integer.class)
            .optional()
            .orElse(null);
    if (gone == null) {
      // somebody else was faster
      throw new Refused(CLOSED);
    }
    return gone;
  }

  private Optional<Known> known(JoinCode code) {
    return db.sql("select id, active from organiser.community where join_code = ?")
        .param(code.value())
        .query(Known.class)
        .optional();
  }

  /** As residents may type it, too. */
  private static JoinCode read(@Nullable String typed) {
    try {
      return new JoinCode(String.valueOf(typed).strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(
          "A join code is 3 to 32 signs, A to Z, 0 to 9 and hyphens, and begins with no hyphen.");
    }
  }
}
