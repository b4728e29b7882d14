package org.termin.standalone.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Launching;

/** What is wanted of a wave. */
final class WaveOrder {
  /** How an outcome that the notifier did not get to see can become known afterwards. */
  enum Echo {
    /** Not at all: no report, and a list that shows nothing. */
    NONE,
    /** The provider reports each message to the door, again and again until it is heard. */
    REPORTS,
    /** The provider's list shows what it has taken; it reports nothing. */
    LIST
  }

  private final int people;
  private final Map<String, String> environment = new HashMap<>();
  private int inFlight = 4;
  private Duration pace = Duration.ZERO;
  private Duration network = Duration.ZERO;
  private Echo echo = Echo.NONE;
  private boolean compressed = true;
  private int schedulers = 2;
  private Duration patience = Crowd.PATIENCE;
  private Launching launching = Launching.AS_USUAL;
  private boolean honestBooks = true;

  private WaveOrder(int people) {
    this.people = people;
  }

  /** One reminder for each of so many people. */
  static WaveOrder of(int people) {
    return new WaveOrder(people);
  }

  /** Sends under way at once, for each of the two notifiers. */
  WaveOrder inFlight(int places) {
    inFlight = places;
    return this;
  }

  /** The whole wave takes about that long when nothing goes wrong. */
  WaveOrder lasting(Duration whole) {
    pace = whole.multipliedBy(2L * inFlight).dividedBy(people);
    return this;
  }

  /**
   * A request is on its way for so long before the provider has it, and lost if its sender dies.
   */
  WaveOrder network(Duration latency) {
    network = latency;
    return this;
  }

  WaveOrder echo(Echo which) {
    echo = which;
    return this;
  }

  /** With the patience of every day, as an operator would run it. */
  WaveOrder unhurried() {
    compressed = false;
    return this;
  }

  WaveOrder schedulers(int nodes) {
    schedulers = nodes;
    return this;
  }

  /** How long to wait for the end of what is under way. */
  WaveOrder patience(Duration most) {
    patience = most;
    return this;
  }

  WaveOrder with(Map<String, String> others) {
    environment.putAll(others);
    return this;
  }

  WaveOrder with(Launching other) {
    launching = other;
    return this;
  }

  /** The design is known to write down what has not happened: its books are not an error. */
  WaveOrder booksMayBeWrong() {
    honestBooks = false;
    return this;
  }

  boolean honestBooks() {
    return honestBooks;
  }

  int people() {
    return people;
  }

  int inFlight() {
    return inFlight;
  }

  Duration pace() {
    return pace;
  }

  Duration network() {
    return network;
  }

  Echo echo() {
    return echo;
  }

  int schedulers() {
    return schedulers;
  }

  Duration patience() {
    return patience;
  }

  Launching launching() {
    return launching;
  }

  /** The scheduler nodes' names. */
  List<String> schedulerNames() {
    return IntStream.rangeClosed(1, schedulers)
        .mapToObj(n -> n == 1 ? "scheduler" : "scheduler-" + n)
        .toList();
  }

  /**
   * All times of the protocol, shortened together or as in every day's life, and what was added.
   */
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(compressed ? seconds() : everyDay());
    all.put("TERMIN_DELIVERY_INFLIGHT", Integer.toString(inFlight));
    all.putAll(environment);
    return all;
  }

  private Map<String, String> seconds() {
    return Map.ofEntries(
        Map.entry("TERMIN_DELIVERY_CONNECT", "2s"),
        Map.entry("TERMIN_DELIVERY_TOTAL", "8s"),
        Map.entry("TERMIN_DELIVERY_LEASE", "12s"),
        Map.entry("TERMIN_DELIVERY_UNKNOWNAFTER", echo == Echo.REPORTS ? "30s" : "10s"),
        Map.entry("TERMIN_DELIVERY_SPREAD", "2s"),
        Map.entry("TERMIN_DELIVERY_PATIENCE", "2s"),
        Map.entry("TERMIN_DELIVERY_REPUBLISH", "10s"),
        Map.entry("TERMIN_BUS_LONGESTPAUSE", "2s"),
        Map.entry("TERMIN_SWEEP_EVERY", "2s"),
        Map.entry("TERMIN_SCAN_EVERY", "1s"),
        Map.entry("TERMIN_SCAN_SILENCE", "15s"),
        Map.entry("TERMIN_SCAN_WINDOW", "500"));
  }

  private static Map<String, String> everyDay() {
    return Map.of(
        "TERMIN_DELIVERY_LEASE", "90s",
        "TERMIN_DELIVERY_UNKNOWNAFTER", "15m",
        "TERMIN_DELIVERY_REPUBLISH", "10m",
        "TERMIN_SWEEP_EVERY", "60s",
        "TERMIN_SCAN_EVERY", "15s");
  }
}
