package org.termin.tracker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.guidance.Guidance;
import org.termin.guidance.text.Texts;

/** The country packs and texts of this version, read once. */
@Configuration(proxyBeanMethods = false)
class GuidanceRoom {
  @Bean
  Guidance guidance() {
    return Guidance.load();
  }

  @Bean
  Texts guidanceTexts() {
    return Texts.load();
  }
}
