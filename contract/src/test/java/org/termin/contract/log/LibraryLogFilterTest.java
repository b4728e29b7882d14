package org.termin.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryLogFilterTest {
  private static final String PHONE = "+48512777001";

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    context.addTurboFilter(new LibraryLogFilter());
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @Test
  void aLibraryWritesNothingBelowInfoWhateverItsLevel() {
    for (String library :
        List.of("org.apache.coyote.http11.Http11InputBuffer", "org.postgresql.Driver", "any")) {
      Logger logger = context.getLogger(library);
      logger.setLevel(Level.TRACE);
      logger.debug("Received [{}]", PHONE);
      logger.trace("wire {}", PHONE, new IllegalStateException(PHONE));
      assertThat(logger.isDebugEnabled()).isFalse();
    }
    assertThat(log.list).isEmpty();
  }

  @Test
  void librariesThatRepeatWhatTheyCannotReadAreHeldBackFurther() {
    context.getLogger("org.apache.coyote.http11.Http11Processor").info("bad header {}", PHONE);
    context.getLogger("org.springframework.web.servlet.PageNotFound").warn("no {}", PHONE);
    context.getLogger("jdk.httpclient.HttpClient").info("HEADERS: {}", PHONE);
    assertThat(log.list).isEmpty();
    context.getLogger("org.apache.kafka.clients.NetworkClient").warn("no broker");
    assertThat(log.list).hasSize(1);
  }

  @Test
  void ofAnExceptionTheKindAndThePlaceAreWrittenAndNeverTheMessage() {
    Exception failure = new IllegalStateException("x " + PHONE, new ArithmeticException(PHONE));
    context.getLogger("org.springframework.scheduling.Task").error("said " + PHONE, failure);
    context.getLogger("org.apache.catalina.Any").warn("in {}", PHONE, failure);
    context.getLogger("org.termin.notifier.Intake").debug("what {} happened", 7, failure);
    assertThat(log.list).hasSize(3);
    assertThat(log.list)
        .allSatisfy(
            event -> {
              assertThat(event.getThrowableProxy()).isNull();
              assertThat(event.getFormattedMessage())
                  .contains("IllegalStateException at org.termin.contract.log.LibraryLogFilterTest")
                  .contains("caused by java.lang.ArithmeticException")
                  .doesNotContain(PHONE);
            });
    assertThat(log.list.getLast().getFormattedMessage()).startsWith("what 7 happened: ");
    assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.ERROR);
  }

  @Test
  void whatIsSwitchedOffStaysSwitchedOff() {
    Logger ours = context.getLogger("org.termin.notifier.Intake");
    ours.setLevel(Level.WARN);
    ours.info("fine", new IllegalStateException(PHONE));
    assertThat(log.list).isEmpty();
  }

  @Test
  void whyThereWasNoStartIsSaidInFull() {
    context
        .getLogger("org.springframework.boot.SpringApplication")
        .error("Application run failed", new IllegalStateException("no such setting"));
    assertThat(log.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("no such setting");
  }
}
