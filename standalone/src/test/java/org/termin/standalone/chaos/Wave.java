package org.termin.standalone.chaos;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.termin.embedded.CannotStart;
import org.termin.embedded.Ports;
import org.termin.standalone.Crowd;
import org.termin.standalone.chaos.WaveOrder.Echo;
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
  /** More people are signed up by the notifier's own code, without codes: it is a tenth of it. */
  private static final int MOST_BY_DOOR = 2_000;

  private static final int MOST_STARTS = 3;

  private final Supervisor supervisor;
  private final FakeSmsProvider provider;
  private final TcpProxy network;
  private final Witness witness;
  private final Crowd crowd;
  private final Folders folders;
  private final WaveOrder order;
  private final Map<String, Object> comebacks = new ConcurrentHashMap<>();
  private final Injector injector = new Injector(this);
  private @Nullable WaveBooks books;
  private long begun;
  private volatile boolean closing;

  /** Starts everything and lets everybody sign up; nobody scans until {@link #begin()}. */
  static Wave prepare(Path folder, WaveOrder order) {
    FakeSmsProvider provider = FakeSmsProvider.start();
    TcpProxy network = TcpProxy.between(0, provider.baseUrl().getPort()).late(order.network());
    Wave wave = null;
    try {
      int port = Ports.free();
      Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
      Map<String, String> environment = Crowd.environment(provider, port);
      environment.put("TERMIN_TWILIO_BASE_URL", "http://127.0.0.1:" + network.port());
      environment.putAll(order.environment());
      BulkCrowd bulk = new BulkCrowd(order.people(), folder, order.launching());
      Supervisor supervisor =
          start(
              Settings.of(folders, port).with(2, order.schedulers()).with(environment).with(bulk));
      wave = new Wave(supervisor, provider, network, folders, order);
      wave.signUp(bulk);
      return wave;
    } catch (RuntimeException | Error e) {
      if (wave == null) {
        network.close();
        provider.close();
      } else {
        wave.close();
      }
      throw e;
    }
  }

  /** A machine with much to do may not get everything up at the first try. */
  private static Supervisor start(Settings settings) {
    for (int tries = 1; ; tries++) {
      try {
        return Supervisor.start(settings);
      } catch (CannotStart e) {
        System.out.println(e.getMessage());
        if (tries == MOST_STARTS) {
          throw e;
        }
      }
    }
  }

  private Wave(
      Supervisor supervisor,
      FakeSmsProvider provider,
      TcpProxy network,
      Folders folders,
      WaveOrder order) {
    this.network = network;
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
      order.schedulerNames().forEach(supervisor::stop);
      bulk.signUp(supervisor, crowd);
    } else {
      crowd.signUp(0, order.people(), LocalDate.now(Clock.systemUTC()));
      order.schedulerNames().forEach(supervisor::stop);
      crowd.confirm();
    }
  }

  /** The clock begins to run: everything is due now. */
  void begin() {
    provider.listShows(order.echo() == Echo.LIST);
    if (order.echo() == Echo.REPORTS) {
      provider.reportsUntilHeard();
    }
    if (!order.pace().isZero()) {
      provider.answersEverybody(Script.slow(order.pace()));
    }
    begun = System.nanoTime();
    books = new WaveBooks(this);
    witness.begin();
    // the first one that is ready begins; faults may hit them while they start
    order
        .schedulerNames()
        .forEach(name -> Thread.ofPlatform().name(name).start(() -> bringBack(name)));
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
    if (order.honestBooks() && !books.faults().isEmpty()) {
      throw new AssertionError("the books: " + books.faults());
    }
    Tally tally = tally();
    System.out.printf(
        "%s; the books were looked at %d times, wrong %d times%n",
        tally, books.looks(), books.faults().size());
    return tally;
  }

  /** Until nothing is under way any more: whoever is not told by then is lost. */
  private void awaitEverybody() {
    try {
      await()
          .atMost(order.patience())
          .pollInterval(Duration.ofMillis(500))
          .until(() -> underWay() == 0);
    } catch (ConditionTimeoutException e) {
      System.out.printf("still under way: %d%n", underWay());
    }
    if (told() < people()) {
      System.out.printf("not told, for instance: %s%n", missing());
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

  /** Whether a service says that it is ready. */
  boolean ready(String service) {
    return supervisor.ready(service);
  }

  /** Phones told so far. */
  int told() {
    return witness.told();
  }

  /** Seconds from the begin of the wave until that share of those told had been told. */
  double secondsUntil(double share) {
    return (witness.toldBy(share) - begun) / 1e9;
  }

  /** Attempts without a committed outcome; -1 while nobody can be asked. */
  long dispatched() {
    return crowd.count("select count(*) from ledger.attempt where state = 'DISPATCHED'");
  }

  long rows() {
    return crowd.count("select count(*) from ledger.reminder");
  }

  /** Reminders that no scan has touched. */
  long planned() {
    return crowd.count("select count(*) from ledger.reminder where state = 'PLANNED'");
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
    network.close();
    provider.close();
  }
}
