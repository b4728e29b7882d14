package org.termin.notifier.start;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The machine's clock, for time-outs and measurement only; what is due says the database. */
@Configuration
class Clocks {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
