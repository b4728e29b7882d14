package org.termin.scheduler;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The blind clock: finds reminders that are due and says their ids on Kafka. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SchedulerApplication {
  /** Runs until it is told to stop; ends with 1 and one sentence when it must not start. */
  public static void main(String[] arguments) {
    try {
      SpringApplication.run(SchedulerApplication.class, arguments);
    } catch (RuntimeException alreadyReported) {
      System.exit(1);
    }
  }

  /** For time-outs and the day of a record only; what is due is judged by the database's clock. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
