package org.termin.notifier.start;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.termin.notifier.winddown.ServiceEnded;

/** Stops the process once the service has ended, so that no key stays in its memory. */
@Component
class Goodbye {
  private final ApplicationContext context;

  Goodbye(ApplicationContext context) {
    this.context = context;
  }

  @EventListener
  void ended(ServiceEnded ended) {
    // a thread of the scheduler cannot wait for its own end
    Thread.ofPlatform().name("goodbye").start(() -> System.exit(SpringApplication.exit(context)));
  }
}
