package org.termin.notifier.receipt;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.notifier.channel.Credentials;

/** Whose signatures count. */
@Configuration
class ReceiptWiring {

  @Bean
  Signatures signatures(Credentials credentials) {
    return new Signatures(credentials.authTokens());
  }
}
