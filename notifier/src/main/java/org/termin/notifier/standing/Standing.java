package org.termin.notifier.standing;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarms;

/**
 * {@code GET /actuator/standing} on the loopback port: the service's own meters as they are now,
 * looked up for whoever asks. The same names and figures are scraped for the dashboard, so that
 * {@code ./termin status} cannot say anything else.
 */
@Component
@Endpoint(id = "standing")
public final class Standing {
  private static final String OURS = "termin.";

  private final MeterRegistry meters;
  private final LedgerMeters ledger;

  private final Alarms alarms;

  Standing(MeterRegistry meters, LedgerMeters ledger, Alarms alarms) {
    this.meters = meters;
    this.ledger = ledger;
    this.alarms = alarms;
  }

  /**
   * Everything there is to say.
   *
   * @param alarms those that are active, with what to do
   */
  public record Sheet(List<Figure> figures, Map<String, String> alarms) {}

  /**
   * One figure; what is not known is left out.
   *
   * @param tags what tells it from others of its name
   */
  public record Figure(String name, Map<String, String> tags, double value) {}

  @ReadOperation
  public Sheet sheet() {
    ledger.look();
    Map<String, String> active = new TreeMap<>();
    alarms.active().forEach(alarm -> active.put(alarm.name(), alarm.advice()));
    return new Sheet(figures(), active);
  }

  private List<Figure> figures() {
    return meters.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith(OURS))
        .flatMap(
            meter ->
                StreamSupport.stream(meter.measure().spliterator(), false)
                    .limit(1)
                    .filter(measured -> Double.isFinite(measured.getValue()))
                    .map(measured -> figure(meter.getId(), measured.getValue())))
        .sorted((one, other) -> key(one).compareTo(key(other)))
        .toList();
  }

  private static Figure figure(Meter.Id id, double value) {
    Map<String, String> tags =
        id.getTags().stream()
            .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (one, _) -> one, TreeMap::new));
    return new Figure(id.getName(), tags, value);
  }

  private static String key(Figure figure) {
    return figure.name() + figure.tags();
  }
}
