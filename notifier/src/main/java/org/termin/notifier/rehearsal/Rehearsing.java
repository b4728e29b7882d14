package org.termin.notifier.rehearsal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.termin.guidance.edition.Edition;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.record.StoreClock;

/** {@code java -jar notifier.jar rehearse}: prints what these rules would change, and ends. */
@Component
@Profile("rehearsal")
final class Rehearsing implements ApplicationRunner {
  private final Rehearsal rehearsal;
  private final Editions editions;
  private final StoreClock clock;

  Rehearsing(Rehearsal rehearsal, Editions editions, StoreClock clock) {
    this.rehearsal = rehearsal;
    this.editions = editions;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    say(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  void say(PrintStream out) {
    Edition own = editions.own();
    Optional<Edition> before = editions.before(own.number());
    out.printf(
        "Rules of edition %d in place of %s. Nothing is written and nobody is told.%n%n",
        own.number(), before.map(edition -> "edition " + edition.number()).orElse("none"));
    OutlookSheet.lines(rehearsal.outlook()).forEach(out::println);
    before.ifPresent(
        edition -> {
          out.println();
          out.println("What invented residents would read:");
          new Invented(edition, own, clock.today()).lines().forEach(out::println);
        });
  }
}
