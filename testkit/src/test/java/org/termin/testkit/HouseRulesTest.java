package org.termin.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.termin.contract",
        "org.termin.guidance",
        "org.termin.database",
        "org.termin.embedded",
        "org.termin.testkit"
      })
  void holdInTheSharedModules(String basePackage) {
    HouseRules.check(basePackage);
  }

  @ParameterizedTest
  @ValueSource(classes = {AsksNoClock.class, AsksNoClockForTheDay.class, OldDate.class})
  void seeThatNoClockIsAsked(Class<?> offender) {
    assertOffends(offender, "now is an argument");
  }

  @Test
  void seeAnIdThatIsNotRandom() {
    assertOffends(GuessableId.class, "only random UUIDs");
  }

  @Test
  void seeANameThatSaysNothing() {
    assertOffends(ThingManager.class, "names say");
  }

  private static void assertOffends(Class<?> offender, String rule) {
    JavaClasses one = new ClassFileImporter().importClasses(offender);
    assertThatThrownBy(
            () -> HouseRules.all().forEach(each -> each.allowEmptyShould(true).check(one)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule);
  }

  static final class AsksNoClock {
    Instant when() {
      return Instant.now();
    }
  }

  static final class AsksNoClockForTheDay {
    LocalDate when() {
      return LocalDate.now(java.time.ZoneOffset.UTC);
    }
  }

  static final class OldDate {
    Date when() {
      return new Date();
    }
  }

  static final class GuessableId {
    UUID id() {
      return new UUID(1, 2);
    }
  }

  static final class ThingManager {}
}
