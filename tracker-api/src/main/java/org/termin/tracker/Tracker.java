package org.termin.tracker;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The public door of Termin: it can only seal and post. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tracker {
  public static void main(String[] arguments) {
    SpringApplication.run(Tracker.class, arguments);
  }

  /** For sessions, limits and time-outs only; what a plan calls today comes from the store. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
