package org.termin.standalone.supervise;

import org.termin.embedded.Ports;

/** Which port whose is: the door's own, and 1000 above it the management ports. */
record PortPlan(int base) {
  private static final int ABOVE = 1000;

  static Settings choose(Settings wanted) {
    return wanted.port() == 0 ? wanted.at(freeBase()) : wanted;
  }

  /** Says so before anything is started or changed. */
  static void demandFree(Settings wanted) {
    if (wanted.port() == 0) {
      return;
    }
    PortPlan plan = new PortPlan(wanted.port());
    Ports.demandFree("the door", wanted.port());
    Ports.demandFree("the door's management", plan.door());
    for (int n = 1; n <= wanted.notifiers(); n++) {
      Ports.demandFree("the notifier", plan.notifier(n));
    }
    for (int n = 1; n <= wanted.schedulers(); n++) {
      Ports.demandFree("the scheduler", plan.scheduler(n));
    }
  }

  int door() {
    return base + ABOVE;
  }

  int notifier(int n) {
    return base + ABOVE + 1 + 10 * (n - 1);
  }

  int scheduler(int n) {
    return base + ABOVE + 2 + 10 * (n - 1);
  }

  /** A base whose whole plan is free now. */
  private static int freeBase() {
    for (int tries = 0; tries < 50; tries++) {
      int base = Ports.free();
      PortPlan plan = new PortPlan(base);
      if (plan.scheduler(3) <= 65_535 && plan.allFree()) {
        return base;
      }
    }
    return Ports.free();
  }

  private boolean allFree() {
    for (int port = door(); port <= scheduler(3); port++) {
      if (!Ports.isFree(port)) {
        return false;
      }
    }
    return true;
  }
}
