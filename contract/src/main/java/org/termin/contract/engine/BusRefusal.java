package org.termin.contract.engine;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Kafka means when it lets nobody in. Services wait then as for a broker that is down: people
 * can sign up meanwhile, and nothing is lost.
 */
public final class BusRefusal {
  private static final String ERRORS = "org.apache.kafka.common.errors.";

  private BusRefusal() {}

  /** One sentence where a login, a certificate or a right is what failed. */
  public static Optional<String> sentence(Throwable failed) {
    return Stream.iterate(failed, one -> one != null, Throwable::getCause)
        .limit(16)
        .flatMap(one -> named(one).stream())
        .findFirst();
  }

  // by name: the contract knows no Kafka
  private static Optional<String> named(Throwable one) {
    for (Class<?> type = one.getClass(); type != null; type = type.getSuperclass()) {
      switch (type.getName()) {
        case ERRORS + "SslAuthenticationException" -> {
          return Optional.of(
              "Kafka's certificate cannot be checked or is not the right one: look at"
                  + " SPRING_KAFKA_SSL_TRUSTSTORELOCATION and the host's name in TERMIN_KAFKA"
                  + " (docs/managed.md).");
        }
        case ERRORS + "AuthenticationException" -> {
          return Optional.of(
              "Kafka refuses the login: look at SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE and"
                  + " SPRING_KAFKA_PROPERTIES_SASL_MECHANISM (docs/managed.md).");
        }
        case ERRORS + "AuthorizationException" -> {
          return Optional.of(
              "Kafka lets the login in, but not to this topic or group: give it the rights in"
                  + " docs/managed.md.");
        }
        default -> {}
      }
    }
    return Optional.empty();
  }
}
