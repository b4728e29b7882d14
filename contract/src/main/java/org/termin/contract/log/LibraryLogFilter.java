package org.termin.contract.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Keeps out of the log what libraries handle. Below INFO they write requests, addresses, cookies,
 * mail and statements with their values, and the environment's word for a level is stronger than
 * ours, so it is decided here and no level can undo it. The message of an exception repeats what
 * could not be read: of each only the kind and the place are written, ours included.
 */
public final class LibraryLogFilter extends TurboFilter {
  private static final String OURS = "org.termin.";

  /** Says why there was no start, before anybody could entrust anything to it. */
  private static final String START = "org.springframework.boot.SpringApplication";

  /** Even at these levels they repeat what they could not read, render or map. */
  private static final Map<String, Level> LOWEST =
      Map.of(
          "org.apache.coyote.", Level.WARN,
          "org.apache.tomcat.util.", Level.WARN,
          "org.apache.catalina.core.ContainerBase", Level.OFF,
          "org.springframework.web.servlet.PageNotFound", Level.OFF,
          "org.springframework.web.servlet.mvc.support.Default", Level.OFF,
          "org.thymeleaf.TemplateEngine", Level.OFF,
          "com.twilio.", Level.WARN,
          "jdk.", Level.WARN);

  /** Filters this process's log from now on; safe to repeat. */
  public static void install() {
    // a test may log with something else
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getTurboFilterList().stream().noneMatch(LibraryLogFilter.class::isInstance)) {
      context.addTurboFilter(new LibraryLogFilter());
      // Java itself would print the message
      Logger log = context.getLogger(LibraryLogFilter.class);
      Thread.setDefaultUncaughtExceptionHandler((_, e) -> log.error("a thread ended", e));
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] values,
      @Nullable Throwable thrown) {
    boolean ours = logger.getName().startsWith(OURS);
    // the first is asked for every line that a library would have written, and has to be quick
    if (!ours && (level.toInt() < Level.INFO_INT || !passes(level, logger.getName()))) {
      return FilterReply.DENY;
    }
    Throwable failure = thrown == null ? lastOf(values) : thrown;
    if (failure == null
        || logger.getName().equals(START)
        || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
      return FilterReply.NEUTRAL;
    }
    String said =
        ours ? MessageFormatter.arrayFormat(format, values, null).getMessage() : "a library failed";
    logger.log(
        marker,
        Logger.FQCN,
        Level.toLocationAwareLoggerInteger(level),
        "{}: {}",
        new Object[] {said, kinds(failure)},
        null);
    return FilterReply.DENY;
  }

  private static boolean passes(Level level, String name) {
    return LOWEST.entrySet().stream()
        .filter(one -> name.startsWith(one.getKey()))
        .allMatch(one -> level.isGreaterOrEqual(one.getValue()));
  }

  private static @Nullable Throwable lastOf(Object @Nullable [] values) {
    return values != null
            && values.length > 0
            && values[values.length - 1] instanceof Throwable last
        ? last
        : null;
  }

  /** Each exception's kind and the first place of ours, or its first of all, down to the cause. */
  private static String kinds(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause)
        .limit(8)
        .map(one -> one.getClass().getName() + place(one))
        .collect(Collectors.joining(", caused by "));
  }

  private static String place(Throwable one) {
    return Arrays.stream(one.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .or(() -> Arrays.stream(one.getStackTrace()).findFirst())
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
