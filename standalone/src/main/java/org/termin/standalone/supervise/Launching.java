package org.termin.standalone.supervise;

/** Decides at each start of a service how it is started. */
@FunctionalInterface
public interface Launching {
  /** As this installation means it. */
  Launching AS_USUAL = (_, usual) -> usual;

  /** The start to use instead of the usual one. */
  Launch of(String service, Launch usual);
}
