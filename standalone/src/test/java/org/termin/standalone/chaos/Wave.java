package org.termin.standalone.chaos;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.termin.embedded.Ports;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;

/**
 * W(n): everybody's reminder is due at the same moment, in a whole Termin of real processes, and
 * the provider's own list says who was told.
 */
final class Wave implements AutoCloseable {
  private static final List<String> SCHEDULERS = List.of("scheduler", "scheduler-2");

  /** More people are signed up by the notifier's own code, without codes: it is a tenth of it. */
  private static final int MOST_BY_DOOR = 2_000;

  private final Supervisor supervisor;
  private final FakeSmsProvider provider;
  private final Witness witness;
  private final Crowd crowd;
  private final Folders folders;
  private final Order order;
  private final Map<String, Object> comebacks = new ConcurrentHashMap<>();
  private final Injector injector = new Injector(this);
  private @Nullable WaveBooks books;
  private long begun;
  private volatile boolean closing;

  /**
   * What is wanted of a wave.
   *
   * @param inFlight sends under way at once, for each of the two notifiers
   * @param pace how long the provider takes for each answer
   * @param compressed whether all times of the protocol are seconds
   * @param reports whether it tells the door what became of a message, again and again until heard
   */
  record Order(
      int people,
      int inFlight,
      Duration pace,
      boolean reports,
      boolean compressed,
      Map<String, String> environment,
      UnaryOperator<Settings> more) {
    static Order of(int people) {
      return new Order(people, 4, Duration.ZERO, false, true, Map.of(), settings -> settings);
    }

    Order inFlight(int places) {
      return new Order(people, places, pace, reports, compressed, environment, more);
    }

    /** The whole wave takes about that long when nothing goes wrong. */
    Order lasting(Duration whole) {
      Duration each = whole.multipliedBy(2L * inFlight).dividedBy(people);
      return new Order(people, inFlight, each, reports, compressed, environment, more);
    }

    Order withReports() {
      return new Order(people, inFlight, pace, true, compressed, environment, more);
    }

    /** With the patience of every day, as an operator would run it. */
    Order unhurried() {
      return new Order(people, inFlight, pace, reports, false, environment, more);
    }

    Order with(Map<String, String> others) {
      Map<String, String> all = new HashMap<>(environment);
      all.putAll(others);
      return new Order(people, inFlight, pace, reports, compressed, all, more);
    }

    Order with(UnaryOperator<Settings> change) {
      return new Order(people, inFlight, pace, reports, compressed, environment, change);
    }
  }

  /** Starts everything and lets everybody sign up; nobody scans until {@link #begin()}. */
  static Wave prepare(Path folder, Order order) {
    FakeSmsProvider provider = FakeSmsProvider.start();
    Wave wave = null;
    try {
      int port = Ports.free();
      Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
      Map<String, String> environment = Crowd.environment(provider, port);
      environment.putAll(order.compressed() ? compressed(order) : usual(order));
      environment.putAll(order.environment());
      Settings settings =
          order.more().apply(Settings.of(folders, port).with(2, 2).with(environment));
      BulkCrowd bulk = new BulkCrowd(order.people(), folder, settings.launching());
      Supervisor supervisor = Supervisor.start(settings.with(bulk));
      wave = new Wave(supervisor, provider, folders, order);
      wave.signUp(bulk);
      return wave;
    } catch (RuntimeException | Error e) {
      if (wave == null) {
        provider.close();
      } else {
        wave.close();
      }
      throw e;
    }
  }

  /** A day's patience in seconds; all times of the protocol are made shorter together. */
  private static Map<String, String> compressed(Order order) {
    return Map.ofEntries(
        Map.entry("TERMIN_DELIVERY_INFLIGHT", Integer.toString(order.inFlight())),
        Map.entry("TERMIN_DELIVERY_CONNECT", "2s"),
        Map.entry("TERMIN_DELIVERY_TOTAL", "8s"),
        Map.entry("TERMIN_DELIVERY_LEASE", "10s"),
        Map.entry("TERMIN_DELIVERY_UNKNOWNAFTER", order.reports() ? "30s" : "5s"),
        Map.entry("TERMIN_DELIVERY_SPREAD", "2s"),
        Map.entry("TERMIN_DELIVERY_PATIENCE", "2s"),
        Map.entry("TERMIN_DELIVERY_REPUBLISH", "10s"),
        Map.entry("TERMIN_BUS_LONGESTPAUSE", "2s"),
        Map.entry("TERMIN_SWEEP_EVERY", "2s"),
        Map.entry("TERMIN_SCAN_EVERY", "1s"),
        Map.entry("TERMIN_SCAN_SILENCE", "15s"),
        Map.entry("TERMIN_SCAN_WINDOW", "500"));
  }

  private static Map<String, String> usual(Order order) {
    return Map.of(
        "TERMIN_DELIVERY_INFLIGHT",
        Integer.toString(order.inFlight()),
        "TERMIN_DELIVERY_LEASE",
        "90s",
        "TERMIN_DELIVERY_UNKNOWNAFTER",
        "15m",
        "TERMIN_DELIVERY_REPUBLISH",
        "10m",
        "TERMIN_SWEEP_EVERY",
        "60s",
        "TERMIN_SCAN_EVERY",
        "15s");
  }

  private Wave(Supervisor supervisor, FakeSmsProvider provider, Folders folders, Order order) {
    this.supervisor = supervisor;
    this.provider = provider;
    this.folders = folders;
    this.order = order;
    this.witness = new Witness(supervisor);
    this.crowd = new Crowd(supervisor, provider, folders.publicKeys());
    provider.watchedBy(witness);
  }

  private void signUp(BulkCrowd bulk) {
    provider.callbacksGoTo(supervisor.door(), "token");
    if (order.people() > MOST_BY_DOOR) {
      SCHEDULERS.forEach(supervisor::stop);
      bulk.signUp(supervisor, crowd);
    } else {
      crowd.signUp(0, order.people(), LocalDate.now(Clock.systemUTC()));
      SCHEDULERS.forEach(supervisor::stop);
      crowd.confirm();
    }
  }

  /** The clock begins to run: everything is due now. */
  void begin() {
    if (order.reports()) {
      provider.reportsUntilHeard();
    } else {
      // else the provider's list would settle what is unknown without a second copy
      provider.listShows(false);
    }
    if (!order.pace().isZero()) {
      provider.answersEverybody(Script.slow(order.pace()));
    }
    begun = System.nanoTime();
    books = new WaveBooks(this);
    witness.begin();
    // the first one that is ready begins; faults may hit them while they start
    SCHEDULERS.forEach(name -> Thread.ofPlatform().name(name).start(() -> bringBack(name)));
  }

  /** Starts a part again, however often something else prevents it. */
  void bringBack(String part) {
    // one at a time: two who find it down would start it twice
    synchronized (comebacks.computeIfAbsent(part, _ -> new Object())) {
      while (!closing && !supervisor.alive(part)) {
        try {
          supervisor.restart(part);
        } catch (RuntimeException e) {
          // it was hit again while it started, or what it needs is down as well
          Injector.pause(Duration.ofMillis(200));
        }
      }
    }
  }

  /** The whole run of a prepared wave: begin, let go wrong what the plan says, wait, count. */
  Tally run(FaultPlan plan) {
    begin();
    injector.run(plan);
    return finish();
  }

  /** Lets one thing go wrong when the wave has come so far, and waits until it is over. */
  void let(Fault fault) {
    injector.run(FaultPlan.of(fault));
  }

  /** Waits until nothing is under way any more, and counts. */
  Tally finish() {
    awaitEverybody();
    if (!books.faults().isEmpty()) {
      throw new AssertionError("the books: " + books.faults());
    }
    Tally tally = tally();
    System.out.printf("%s; the books were right %d times%n", tally, books.looks());
    return tally;
  }

  /** Until everybody is told and nothing is under way any more. */
  private void awaitEverybody() {
    try {
      await()
          .atMost(Crowd.PATIENCE)
          .pollInterval(Duration.ofMillis(250))
          .until(() -> told() >= people());
    } catch (ConditionTimeoutException e) {
      System.out.printf("not told: %s%n", missing());
    }
    try {
      await()
          .atMost(Crowd.PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> underWay() == 0);
    } catch (ConditionTimeoutException e) {
      System.out.printf("still under way: %d%n", underWay());
    }
  }

  private TreeSet<String> missing() {
    return IntStream.range(0, people())
        .mapToObj(Crowd::phone)
        .filter(phone -> !witness.told(phone))
        .limit(20)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Tally tally() {
    witness.askTheRest();
    return new Tally(
        people(),
        witness.told(),
        witness.extraCopies(),
        witness.mostCopies(),
        injector.faults(),
        injector.notifierFaults(),
        injector.inFlightAtNotifierFaults(),
        witness.requests(),
        witness.uncommitted(),
        witness.repeatedAttempts(),
        (int) underWay(),
        injector.faults() == 0 ? 0 : Math.max(0, (witness.lastNew() - injector.lastFault()) / 1e9),
        witness.longestSilenceSeconds(),
        (witness.lastNew() - begun) / 1e9);
  }

  Supervisor supervisor() {
    return supervisor;
  }

  FakeSmsProvider provider() {
    return provider;
  }

  Crowd crowd() {
    return crowd;
  }

  Path kafkaFolder() {
    return folders.data().resolve("kafka");
  }

  int people() {
    return order.people();
  }

  int inFlight() {
    return order.inFlight();
  }

  /** Phones told so far. */
  int told() {
    return witness.told();
  }

  /** Attempts without a committed outcome; -1 while nobody can be asked. */
  long dispatched() {
    return crowd.count("select count(*) from ledger.attempt where state = 'DISPATCHED'");
  }

  long rows() {
    return crowd.count("select count(*) from ledger.reminder");
  }

  long rowsTold() {
    return crowd.count(
        """
        select count(*) from ledger.reminder
         where state in ('ACCEPTED', 'DELIVERED', 'NO_RECEIPT')
        """);
  }

  private long underWay() {
    return crowd.count(
        """
        select count(*) from ledger.reminder
         where state in ('QUEUED', 'SENDING', 'UNKNOWN')
            or state in ('PLANNED', 'RETRY_WAIT') and wake_at <= app.now() + interval '1 hour'
        """);
  }

  @Override
  public void close() {
    closing = true;
    injector.close();
    if (books != null) {
      books.close();
    }
    witness.close();
    supervisor.close();
    provider.close();
  }
}
