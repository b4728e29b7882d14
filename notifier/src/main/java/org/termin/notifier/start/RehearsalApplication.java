package org.termin.notifier.start;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The few rooms that a rehearsal needs: nothing listens, nothing is scheduled, nothing can be sent.
 */
@EnableAutoConfiguration
@Import({Wiring.class, StoreCheck.class})
@ComponentScan({
  "org.termin.notifier.alarm",
  "org.termin.notifier.edition",
  "org.termin.notifier.record",
  "org.termin.notifier.rehearsal"
})
final class RehearsalApplication {
  /** The word on the command line. */
  static final String COMMAND = "rehearse";

  private RehearsalApplication() {}

  static void run() {
    new SpringApplicationBuilder(RehearsalApplication.class)
        .web(WebApplicationType.NONE)
        .profiles("rehearsal")
        .properties(
            "logging.level.root=warn",
            // nobody asks a rehearsal for its health
            "management.endpoint.health.validate-group-membership=false")
        .run()
        .close();
  }
}
