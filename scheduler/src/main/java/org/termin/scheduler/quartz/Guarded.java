package org.termin.scheduler.quartz;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a run fail without taking its timer along: the next run is the retry. */
final class Guarded {
  private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

  private Guarded() {}

  static void run(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      // a message could quote a row, a type cannot
      LOG.warn("The {} run failed ({}); it will run again.", name, failed.getClass().getName());
    }
  }
}
