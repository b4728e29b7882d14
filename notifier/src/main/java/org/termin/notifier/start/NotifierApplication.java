package org.termin.notifier.start;

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
    SpringApplication.run(NotifierApplication.class, args);
  }
}
