package org.termin.notifier.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a channel is used, as a value: it shuts when our account is refused or the provider has
 * failed several times in a row, is asked with an empty request at most once in a while, and after
 * an answer lets one message try before all others follow. Instants are those of one notifier.
 */
sealed interface Circuit {

  /**
   * How patient it is.
   *
   * @param inARow failures after which it shuts
   * @param probe least time between two requests while it is shut
   * @param longest the time between two tries grows to this, and is this at once where it is our
   *     account that is refused
   * @param trial how long one message may try; then the next may
   */
  record Settings(int inARow, Duration probe, Duration longest, Duration trial) {
    static final Settings USUAL =
        new Settings(5, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(60));
  }

  /** In use. */
  record Open(int failures) implements Circuit {}

  /** Not in use; the provider is asked again at that instant. */
  record Shut(Instant since, Instant next, int trials) implements Circuit {}

  /** The provider answers again: one message may try. */
  record Ready(Instant since, int trials) implements Circuit {}

  /** That message is under way. */
  record Trying(Instant since, Instant until, int trials) implements Circuit {}

  /** How a request ended, as far as the channel is concerned. */
  enum Result {
    WORKS,
    FAILED,
    /** Our account, balance or sender is refused. */
    REFUSED
  }

  static Circuit fresh() {
    return new Open(0);
  }

  /** Whether a message may go now. */
  default boolean admits(Instant now) {
    return switch (this) {
      case Open _, Ready _ -> true;
      case Trying(_, Instant until, _) -> !now.isBefore(until);
      case Shut _ -> false;
    };
  }

  /** After a message was admitted. */
  default Circuit admitted(Instant now, Settings settings) {
    return switch (this) {
      case Open open -> open;
      case Ready(Instant since, int trials) ->
          new Trying(since, now.plus(settings.trial()), trials);
      case Trying(Instant since, _, int trials) ->
          new Trying(since, now.plus(settings.trial()), trials);
      case Shut shut -> shut;
    };
  }

  /** An admitted message was not sent after all: the next one may. */
  default Circuit returned() {
    return this instanceof Trying(Instant since, _, int trials) ? new Ready(since, trials) : this;
  }

  /** Whether the provider is to be asked now with an empty request. */
  default boolean probes(Instant now) {
    return this instanceof Shut shut && !now.isBefore(shut.next());
  }

  /** While the empty request is under way nobody else asks. */
  default Circuit probing(Instant now, Settings settings) {
    return this instanceof Shut(Instant since, _, int trials)
        ? new Shut(since, now.plus(settings.probe()), trials)
        : this;
  }

  /** The provider has answered the empty request, or has not. */
  default Circuit probed(boolean answered, Instant now, Settings settings) {
    return switch (this) {
      case Shut(Instant since, _, int trials) ->
          answered ? new Ready(since, trials) : new Shut(since, now.plus(settings.probe()), trials);
      case Open _, Ready _, Trying _ -> this;
    };
  }

  /** After the outcome of an admitted message. Stragglers of a shut channel teach nothing. */
  default Circuit after(Result result, Duration wait, Instant now, Settings settings) {
    return switch (this) {
      case Open(int failures) ->
          switch (result) {
            case WORKS -> new Open(0);
            case REFUSED -> new Shut(now, now.plus(settings.longest()), 1);
            case FAILED ->
                failures + 1 < settings.inARow()
                    ? new Open(failures + 1)
                    : new Shut(now, now.plus(longer(settings.probe(), wait)), 0);
          };
      case Trying(Instant since, _, int trials) ->
          switch (result) {
            case WORKS -> new Open(0);
            case REFUSED -> new Shut(since, now.plus(settings.longest()), trials + 1);
            case FAILED ->
                new Shut(since, now.plus(longer(growing(trials + 1, settings), wait)), trials + 1);
          };
      case Shut shut ->
          result == Result.REFUSED
              ? new Shut(
                  shut.since(), later(shut.next(), now.plus(settings.longest())), shut.trials())
              : shut;
      case Ready ready -> ready;
    };
  }

  /** How long work should wait before it looks again; zero while messages may go. */
  default Duration pause(Instant now, Duration rest) {
    return switch (this) {
      case Open _, Ready _ -> Duration.ZERO;
      case Trying(Instant since, Instant until, _) ->
          now.isBefore(until) ? rest(since, now, rest) : Duration.ZERO;
      case Shut(Instant since, Instant next, _) -> {
        Duration asked = Duration.between(now, next);
        Duration rests = rest(since, now, rest);
        yield asked.compareTo(rests) > 0 ? asked : rests;
      }
    };
  }

  /** The longer it lasts, the less often everybody looks: a tenth of the time it has lasted. */
  private static Duration rest(Instant since, Instant now, Duration most) {
    Duration tenth = Duration.between(since, now).dividedBy(10);
    Duration least = most.dividedBy(12);
    return tenth.compareTo(most) > 0 ? most : tenth.compareTo(least) < 0 ? least : tenth;
  }

  private static Duration growing(int trials, Settings settings) {
    Duration next = settings.probe();
    for (int i = 1; i < trials && next.compareTo(settings.longest()) < 0; i++) {
      next = next.multipliedBy(2);
    }
    return next.compareTo(settings.longest()) > 0 ? settings.longest() : next;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
