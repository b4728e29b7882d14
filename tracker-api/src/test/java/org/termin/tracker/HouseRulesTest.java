package org.termin.tracker;

import org.junit.jupiter.api.Test;
import org.termin.testkit.HouseRules;

class HouseRulesTest {
  @Test
  void hold() {
    HouseRules.check("org.termin.tracker");
  }
}
