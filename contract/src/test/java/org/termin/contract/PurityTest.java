package org.termin.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.event.Topics;

/**
 * The contract knows no framework, no clock and no way to make ids that tell when they were made.
 */
class PurityTest {

  private static final JavaClasses CONTRACT = main();

  @Test
  void itDependsOnItsThreeLibrariesOnly() {
    classes()
        .that()
        .resideOutsideOfPackages("..contract.log..", "..contract.metrics..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.termin.contract",
            "org.termin.contract.engine..",
            "org.termin.contract.event..",
            "org.termin.contract.organiser..",
            "org.termin.contract.sealed..",
            "org.termin.contract.words..",
            "java..",
            "javax.crypto..",
            "javax.net.ssl..",
            "org.jspecify..",
            "com.google.crypto.tink..",
            "com.google.i18n.phonenumbers..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..")
        .check(CONTRACT);
  }

  /** What a log may hold binds every service, and nothing else in here knows of it. */
  @Test
  void onlyTheRoomAboutLogsKnowsALoggingLibrary() {
    classes()
        .that()
        .resideInAPackage("..contract.log..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.termin.contract.log..",
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "ch.qos.logback..")
        .check(CONTRACT);
  }

  @Test
  void onlyTheRoomAboutMetricsKnowsALibraryForThem() {
    classes()
        .that()
        .resideInAPackage("..contract.metrics..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.termin.contract.metrics..", "java..", "org.jspecify..", "io.prometheus..")
        .check(CONTRACT);
  }

  @Test
  void itNeverAsksWhatTimeItIs() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Date.class)
        .check(CONTRACT);
  }

  @Test
  void itMakesNoIdsButRandomOnes() {
    noClasses()
        .should()
        .callMethod(UUID.class, "nameUUIDFromBytes", byte[].class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("com.github.f4b6a3..")
        .check(CONTRACT);
  }

  @Test
  void theWordsKnowNeitherTheBusNorTheSeals() {
    noClasses()
        .that()
        .resideInAPackage("..words..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..event..", "..sealed..")
        .check(CONTRACT);
  }

  @Test
  void eventsKnowNothingSealed() {
    noClasses()
        .that()
        .resideInAPackage("..event..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..sealed..")
        .check(CONTRACT);
  }

  /** Where the module's own classes lie, wherever it was built. */
  private static JavaClasses main() {
    try {
      return new ClassFileImporter()
          .importPath(
              Path.of(Topics.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
