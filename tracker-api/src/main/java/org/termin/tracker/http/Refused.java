package org.termin.tracker.http;

import java.util.List;

/** A request that is refused; knows what was wrong and where, never what was sent. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<Fault> faults;

  /** Refused for one reason that belongs to no field. */
  public Refused(ProblemKind kind) {
    super(kind.id(), null, false, false);
    this.kind = kind;
    this.faults = List.of();
  }

  Refused(List<Fault> faults) {
    super("faults", null, false, false);
    this.faults = List.copyOf(faults);
    boolean one = faults.stream().map(Fault::kind).distinct().count() == 1;
    this.kind = one ? faults.getFirst().kind() : ProblemKind.SEVERAL_FAULTS;
  }

  /** What to tell. */
  public ProblemKind kind() {
    return kind;
  }

  List<Fault> faults() {
    return faults;
  }
}
