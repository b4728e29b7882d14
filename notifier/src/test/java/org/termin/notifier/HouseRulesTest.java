package org.termin.notifier;

import org.junit.jupiter.api.Test;
import org.termin.testkit.HouseRules;

class HouseRulesTest {
  @Test
  void theNotifierKeepsTheRulesOfTheHouse() {
    HouseRules.check("org.termin.notifier");
  }
}
