package org.termin.standalone.supervise;

/** Hears how the start goes, one short line at a time. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress SILENT = _ -> {};

  /** One step is done, or something happened. */
  void says(String line);
}
