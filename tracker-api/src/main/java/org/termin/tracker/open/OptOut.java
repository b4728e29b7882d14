package org.termin.tracker.open;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.tracker.web.Say;

/**
 * How many of a hundred households that were written to said stop, in a sentence; the notifier has
 * taken every count out of it.
 */
@Component
public class OptOut {
  /** Two releases: what is older says nothing about today. */
  private static final int DAYS = 56;

  private final JdbcClient db;

  OptOut(JdbcClient db) {
    this.db = db;
  }

  private record Release(LocalDate released, @Nullable Integer ofHundred) {}

  /** Empty where nothing was counted in the last eight weeks. */
  public Optional<String> on(LocalDate today, Say say) {
    return db.sql(
            """
            select released, of_hundred from wave.opt_out
             where released > :from order by released desc limit 1
            """)
        .param("from", today.minusDays(DAYS))
        .query(Release.class)
        .optional()
        .map(newest -> sentence(newest, say));
  }

  private static String sentence(Release one, Say say) {
    String day = say.date(one.released());
    return one.ofHundred() == null
        ? say.text("state.stop.few", day)
        : say.text("state.stop.said", day, say.text("state.stop." + one.ofHundred()));
  }
}
