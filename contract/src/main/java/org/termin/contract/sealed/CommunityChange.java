package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.termin.contract.words.JoinCode;

/**
 * What a change says about the community, which the door cannot see: keep it, leave it or join one.
 */
public sealed interface CommunityChange {

  /** As it was. */
  record Keep() implements CommunityChange {
    @Override
    public String wire() {
      return "keep";
    }
  }

  /** None any more. */
  record Leave() implements CommunityChange {
    @Override
    public String wire() {
      return "none";
    }
  }

  /** That one from now on. */
  record Join(JoinCode code) implements CommunityChange {
    @Override
    public String wire() {
      return code.value();
    }
  }

  CommunityChange KEEP = new Keep();
  CommunityChange LEAVE = new Leave();

  /** A small word, or the join code, which has capitals only. */
  @JsonValue
  String wire();

  /** Reads the word. */
  @JsonCreator
  static CommunityChange of(String wire) {
    return switch (wire) {
      case "keep" -> KEEP;
      case "none" -> LEAVE;
      default -> new Join(new JoinCode(wire));
    };
  }
}
