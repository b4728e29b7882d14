package org.termin.notifier.wave;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.JoinCode;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.record.StoreClock;

/** Releases the waves of every fourth Monday, once; of several notifiers one does. */
@Component
public class Waves {
  private static final Logger log = LoggerFactory.getLogger(Waves.class);

  private final StoreClock clock;
  private final Releases releases;
  private final Reports reports;
  private final Counting counting;
  private final TransactionTemplate transaction;
  private final List<Country> countries;
  private final Noise noise = new Noise(new SecureRandom());
  private final Alerts alerts;

  /** The release whose waves this notifier has told of; after a start it looks again. */
  private volatile @Nullable LocalDate told;

  Waves(
      StoreClock clock,
      Releases releases,
      Reports reports,
      Counting counting,
      TransactionTemplate transaction,
      Alerts alerts,
      Packs packs) {
    this.alerts = alerts;
    this.clock = clock;
    this.releases = releases;
    this.reports = reports;
    this.counting = counting;
    this.transaction = transaction;
    this.countries = packs.countries().keySet().stream().toList();
  }

  /** Makes the newest release unless it is there; those that were slept through are left out. */
  @Scheduled(
      fixedDelayString = "${termin.books.every:10m}",
      initialDelayString = "${termin.books.every:10m}")
  public void look() {
    try {
      LocalDate day = Grid.newest(clock.today());
      if (!releases.has(day)) {
        release(day);
      }
      if (!day.equals(told)) {
        alerts.tell(day);
        told = day;
      }
    } catch (DataAccessException e) {
      log.warn("waves cannot be counted ({})", e.getClass().getSimpleName());
    }
  }

  private void release(LocalDate day) {
    Map<JoinCode, UUID> communities = releases.communities();
    // reading everybody takes minutes and holds nothing; what is drawn is written at once
    Counting.Result counts = counting.of(day, communities);
    transaction.executeWithoutResult(
        _ -> {
          if (releases.begin(day)) {
            ends(day, communities.values(), counts.ends());
            reports(day, counts.reports());
          }
        });
  }

  private void ends(LocalDate day, Collection<UUID> communities, Counts counts) {
    List<Cell> before = releases.before(day);
    releases.write(
        day,
        Release.make(
            day, all(communities), counts.drawing(day, before, noise), before, releases.turns()));
  }

  private void reports(LocalDate day, ReportCounts counts) {
    reports.write(
        day,
        Release.make(
            day,
            countries.stream().map(ReportSeries::new).toList(),
            one -> counts.draw(one, day, noise),
            reports.before(day),
            reports.turns()));
  }

  /** Everything that might be said, whether or not anybody is behind it. */
  private List<Series> all(Iterable<UUID> communities) {
    List<UUID> scopes = new ArrayList<>(List.of(Series.EVERYBODY));
    communities.forEach(scopes::add);
    return scopes.stream()
        .flatMap(
            scope ->
                countries.stream()
                    .flatMap(
                        country ->
                            Stream.of(DocumentType.values())
                                .map(document -> new Series(scope, country, document))))
        .toList();
  }
}
