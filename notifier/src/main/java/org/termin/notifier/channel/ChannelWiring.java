package org.termin.notifier.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.words.Channel;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.CannotStart;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.email.MailCarrier;
import org.termin.notifier.channel.recording.Recorder;
import org.termin.notifier.channel.sms.TwilioCarrier;
import org.termin.notifier.record.StoreClock;

/** The ways out this installation has. */
@Configuration
class ChannelWiring {

  private static final Logger log = LoggerFactory.getLogger(ChannelWiring.class);

  @Bean
  RefusedRoutes refusedRoutes(RussianRoutes russian) {
    return new RefusedRoutes(russian);
  }

  @Bean
  ClosedChannels closedChannels(Alarms alarms) {
    return ClosedChannels.alarming(alarms);
  }

  @Bean
  @Nullable CallbackAddress callbackAddress(Credentials credentials) {
    return credentials.callback().orElse(null);
  }

  @Bean
  @ConditionalOnProperty("termin.recording")
  Recorder recorder(StoreClock clock, RefusedRoutes refused, Credentials credentials) {
    if (!Credentials.isLoopback(credentials.publicUrl())) {
      throw new CannotStart(
          "Recording shows every message, so TERMIN_PUBLIC_URL must be an address of this"
              + " machine.");
    }
    return new Recorder(clock::now, refused);
  }

  @Bean
  @ConditionalOnProperty("termin.recording")
  Carriers recordingCarriers(Clock clock, Recorder recorder) {
    return new Carriers(
        clock, List.of(recorder.carrier(Channel.SMS), recorder.carrier(Channel.EMAIL)));
  }

  @Bean
  @ConditionalOnProperty(name = "termin.recording", havingValue = "false", matchIfMissing = true)
  Carriers realCarriers(
      Clock clock,
      Credentials credentials,
      RefusedRoutes refused,
      JdbcClient db,
      CircuitSettings circuit,
      ClosedChannels watch,
      @Value("${termin.delivery.connect:3s}") Duration connect,
      @Value("${termin.delivery.total:15s}") Duration total) {
    refuseSimulation(db);
    CallbackAddress callback = credentials.callback().orElse(null);
    List<Carrier> carriers = new ArrayList<>();
    if (credentials.wants(Channel.SMS)) {
      credentials
          .twilio(connect, total)
          .ifPresentOrElse(
              account -> carriers.add(new TwilioCarrier(account, callback, refused)),
              () -> log.warn("SMS is closed: it is named, but TWILIO_… is not set"));
    }
    if (credentials.wants(Channel.EMAIL)) {
      credentials
          .relay()
          .ifPresentOrElse(
              relay -> carriers.add(new MailCarrier(relay, callback, refused)),
              () -> log.warn("EMAIL is closed: it is named, but SPRING_MAIL_… is not set"));
    }
    return new Carriers(clock, carriers, circuit, watch);
  }

  private static void refuseSimulation(JdbcClient db) {
    boolean simulated =
        db.sql("select to_regclass('app.simulation') is not null").query(Boolean.class).single();
    if (simulated) {
      throw new CannotStart(
          "This database has a clock that can be moved, so nothing real is sent from it: start with"
              + " recording, or use another database.");
    }
  }
}
