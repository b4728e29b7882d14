package org.termin.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.contract.words.Channel;
import org.termin.guidance.text.AnswerBy;
import org.termin.notifier.channel.Credentials;
import org.termin.notifier.compose.Composer;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.policy.Gate;
import org.termin.notifier.policy.GateMeters;
import org.termin.notifier.policy.PublicHolidays;

/** What delivery is made of and its settings decide. */
@Configuration
class DeliveryWiring {

  @Bean
  Permits permits(
      DeliverySettings settings,
      @Value("${termin.sms.rate:10}") int sms,
      @Value("${termin.mail.rate:10}") int mail,
      @Value("${termin.recording:false}") boolean recording) {
    // a recording has nobody to be gentle with
    return new Permits(
        settings.inFlight(), recording ? Map.of() : Map.of(Channel.SMS, sms, Channel.EMAIL, mail));
  }

  @Bean
  Composer composer(Editions editions, Credentials credentials) {
    return new Composer(
        editions::texts,
        credentials.publicUrl(),
        credentials.takesAnswers() ? AnswerBy.TEXT : AnswerBy.PAGE);
  }

  @Bean
  GateMeters gateMeters(MeterRegistry meters) {
    return new GateMeters(meters);
  }

  @Bean
  Gate gate() {
    return new Gate(new PublicHolidays());
  }
}
