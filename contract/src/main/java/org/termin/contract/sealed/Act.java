package org.termin.contract.sealed;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Action;
import org.termin.contract.words.Hurdle;

/**
 * One action of a person on their registration; what an action does not need, it must not carry.
 */
public record Act(
    UUID registration,
    Proof proof,
    int baseVersion,
    Action action,
    @Nullable Integer document,
    @Nullable LocalDate on,
    @Nullable Integer weeks,
    @Nullable NewCode newCode,
    @Nullable Hurdle met)
    implements Message.Proven {

  private static final Set<Integer> WEEKS = Set.of(1, 2, 4);

  public Act {
    Objects.requireNonNull(registration, "registration");
    Objects.requireNonNull(proof, "proof");
    boolean ofDocument =
        switch (action) {
          case FILED, DONE, REFUSED, LATER, LOST -> true;
          case PAUSE, RESUME, SAMPLE, ERASE, NEW_CODE -> false;
          case MOVED -> throw new IllegalArgumentException("moving is a change");
        };
    boolean atAnOffice =
        action == Action.FILED || action == Action.DONE || action == Action.REFUSED;
    boolean dated = action == Action.FILED || action == Action.LOST;
    if (baseVersion < 1
        || ofDocument != (document != null)
        || (on != null && !dated)
        || (action == Action.LATER) != (weeks != null)
        || (weeks != null && !WEEKS.contains(weeks))
        || (action == Action.NEW_CODE) != (newCode != null)
        || (met != null && !atAnOffice)) {
      throw new IllegalArgumentException("not an action");
    }
  }

  /** An action that says nothing of what was met. */
  public Act(
      UUID registration,
      Proof proof,
      int baseVersion,
      Action action,
      @Nullable Integer document,
      @Nullable LocalDate on,
      @Nullable Integer weeks,
      @Nullable NewCode newCode) {
    this(registration, proof, baseVersion, action, document, on, weeks, newCode, null);
  }

  /** The same with what was met at the office; of filed, done, refused. */
  public Act met(@Nullable Hurdle hurdle) {
    return new Act(registration, proof, baseVersion, action, document, on, weeks, newCode, hurdle);
  }

  /** What a new receipt code leaves behind. */
  public record NewCode(Lookup lookup, ViewKey view, ProofHash proofHash) {
    public NewCode {
      Objects.requireNonNull(lookup, "lookup");
      Objects.requireNonNull(view, "view");
      Objects.requireNonNull(proofHash, "proofHash");
    }

    /** The three keys of a code. */
    public static NewCode of(ReceiptCode code) {
      return new NewCode(code.lookup(), code.view(), code.proofHash());
    }
  }

  /** An action on the registration as a whole: pause, resume, sample, erase. */
  public static Act plain(UUID registration, Proof proof, int baseVersion, Action action) {
    return new Act(registration, proof, baseVersion, action, null, null, null, null);
  }

  /** An action on one document: filed, done, refused, lost; of that day where one is given. */
  public static Act on(
      UUID registration,
      Proof proof,
      int baseVersion,
      Action action,
      int document,
      @Nullable LocalDate on) {
    return new Act(registration, proof, baseVersion, action, document, on, null, null);
  }

  /** Tell me again in so many weeks. */
  public static Act later(
      UUID registration, Proof proof, int baseVersion, int document, int weeks) {
    return new Act(registration, proof, baseVersion, Action.LATER, document, null, weeks, null);
  }

  /** A new receipt code, asked for with the old one. */
  public static Act newCode(UUID registration, Proof proof, int baseVersion, ReceiptCode code) {
    return new Act(
        registration, proof, baseVersion, Action.NEW_CODE, null, null, null, NewCode.of(code));
  }

  @Override
  public String toString() {
    return "Act " + action;
  }
}
