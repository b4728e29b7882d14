package org.termin.testkit.port;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.termin.testkit.sms.FakeSmsProvider;

class InProcessProviderPortTest extends ProviderContract {
  private static FakeSmsProvider provider;

  @BeforeAll
  static void start() {
    provider = FakeSmsProvider.start();
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  @Override
  protected URI baseUrl() {
    return provider.baseUrl();
  }
}
