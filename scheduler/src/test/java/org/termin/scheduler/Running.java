package org.termin.scheduler;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.termin.database.Role;
import org.termin.testkit.TestBus;
import org.termin.testkit.TestStore;

/** The whole scheduler inside the test's JVM; at most one at a time. */
public final class Running implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Running(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Running on(TestStore store, String... settings) {
    return new Running(
        SpringApplication.run(
            SchedulerApplication.class, arguments(store, settings).toArray(String[]::new)));
  }

  static List<String> arguments(TestStore store, String... settings) {
    var arguments = new ArrayList<String>();
    arguments.add("--spring.datasource.url=" + store.url());
    arguments.add("--spring.datasource.password=" + store.password(Role.SCHEDULER));
    arguments.add("--spring.kafka.bootstrap-servers=" + TestBus.shared().bootstrapServers());
    arguments.add("--management.server.port=0");
    arguments.addAll(List.of(settings));
    return arguments;
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  public int managementPort() {
    return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
