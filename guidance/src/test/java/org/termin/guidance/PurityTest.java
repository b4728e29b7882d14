package org.termin.guidance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The planner answers from its arguments alone. */
class PurityTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.termin.guidance");

  private static final String[] PURE = {
    "..guidance.plan..", "..guidance.ladder..", "..guidance.rule.."
  };

  @Test
  void itAsksNoClock() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
    rule.check(CLASSES);
  }

  @Test
  void itReadsAndWritesNothing() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.nio..",
                "java.sql..",
                "java.net.http..",
                "org.springframework..",
                "tools.jackson..",
                "..guidance.pack..",
                "..guidance.text..")
            .as("the planner reads and writes nothing");
    rule.check(CLASSES);
  }

  @Test
  void itDrawsNoLotsAndKnowsNoZone() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|UUID)|java\\.time\\.ZoneId");
    rule.check(CLASSES);
  }
}
