package org.termin.notifier.start;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The notifier: the one reader and writer of what people entrusted to Termin. */
@SpringBootApplication(scanBasePackages = "org.termin.notifier")
@ConfigurationPropertiesScan("org.termin.notifier")
@EnableScheduling
public class NotifierApplication {
  public static void main(String[] args) {
    if (List.of(args).contains(RehearsalApplication.COMMAND)) {
      RehearsalApplication.run();
    } else {
      SpringApplication.run(NotifierApplication.class, args);
    }
  }
}
