package org.termin.tracker;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.guidance.Guidance;

/** The country packs of this version, read once. */
@Configuration(proxyBeanMethods = false)
class GuidanceRoom {
  @Bean
  Guidance guidance() {
    return new Guidance(0, Map.of());
  }
}
