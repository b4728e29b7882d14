package org.termin.tracker.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Reads every line of the log while requests are thrown, ours at DEBUG, and looks for markers. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Pattern MARKER = Pattern.compile("(?i)zqk[0-9a-z]{5}v\\d");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.termin");
  private final @Nullable Level before = ours.getLevel();
  final Queue<String> echoes = new ConcurrentLinkedQueue<>();
  final Queue<String> errors = new ConcurrentLinkedQueue<>();

  LogWatch() {
    ours.setLevel(Level.DEBUG);
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy one = event.getThrowableProxy(); one != null; one = one.getCause()) {
      text.append(' ').append(one.getClassName()).append(' ').append(one.getMessage());
    }
    boolean echo = MARKER.matcher(text).find();
    if (echo) {
      echoes.add(event.getLoggerName() + ": " + text);
    }
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      errors.add(event.getLoggerName() + ": " + text);
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    ours.setLevel(before);
    stop();
  }
}
