package org.termin.scheduler;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.termin.testkit.HouseRules;

class HouseRulesTest {
  @Test
  void theSchedulerKeepsTheHouseRules() {
    HouseRules.check("org.termin.scheduler");
  }

  @Test
  void itsRoomsDoNotGoInCircles() {
    slices()
        .matching("org.termin.scheduler.(*)..")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.termin.scheduler"));
  }
}
