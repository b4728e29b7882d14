package org.termin.tracker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.text.Texts;

/** The country packs and texts of this version, read once. */
@Configuration(proxyBeanMethods = false)
class GuidanceRoom {
  @Bean
  Packs packs() {
    return Packs.load();
  }

  @Bean
  Guidance guidance(Packs packs) {
    return Guidance.of(packs);
  }

  @Bean
  Texts guidanceTexts(Packs packs) {
    return Texts.of(packs);
  }
}
