package org.termin.tracker.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What callers send, as they wrote it: everything optional and unread, so that every fault can be
 * named. None of it prints itself.
 */
public final class Bodies {
  private Bodies() {}

  /** A household: where it lives and what it holds. */
  public record Household(
      @Nullable String country,
      @Nullable String region,
      @Nullable String ground,
      @Nullable List<PersonIn> people) {
    @Override
    public String toString() {
      return "Household";
    }
  }

  /** One person of a household; never a name. */
  public record PersonIn(
      @Nullable Boolean child, @Nullable String sign, @Nullable List<DocumentIn> documents) {
    @Override
    public String toString() {
      return "PersonIn";
    }
  }

  /**
   * One document. {@code expired} says that a day in the past is no slip of the pen; {@code number}
   * names a document already held when a registration is changed.
   */
  public record DocumentIn(
      @Nullable Integer number,
      @Nullable String type,
      @Nullable String lastValidDay,
      @Nullable Boolean expired,
      @Nullable String state,
      @Nullable String on) {
    @Override
    public String toString() {
      return "DocumentIn";
    }
  }

  /** A contact: {@code sms} or {@code email}, and the number or address. */
  public record ContactIn(@Nullable String channel, @Nullable String value) {
    @Override
    public String toString() {
      return "ContactIn";
    }
  }

  /** What a person agrees to. */
  public record ConsentsIn(@Nullable Boolean reminders, @Nullable Boolean waves) {
    @Override
    public String toString() {
      return "ConsentsIn";
    }
  }

  /**
   * What changes about the community: {@code join} its join code instead of the one before, or
   * {@code leave} true for none. Whether one was given before, nobody is told.
   */
  public record CommunityIn(@Nullable String join, @Nullable Boolean leave) {
    @Override
    public String toString() {
      return "CommunityIn";
    }
  }

  /** A wish to be told before waves of at least so many households. */
  public record AlertIn(@Nullable Integer atLeast) {
    @Override
    public String toString() {
      return "AlertIn";
    }
  }

  /**
   * A new registration; with an {@code alert} there is no household, and the country is the one
   * whose waves are waited for.
   */
  public record Registration(
      @Nullable String country,
      @Nullable String region,
      @Nullable String ground,
      @Nullable List<PersonIn> people,
      @Nullable List<ContactIn> contacts,
      @Nullable String wording,
      @Nullable String language,
      @Nullable String zone,
      @Nullable ConsentsIn consents,
      @Nullable String community,
      @Nullable AlertIn alert) {
    Household household() {
      return new Household(country, region, ground, people);
    }

    @Override
    public String toString() {
      return "Registration";
    }
  }

  /** A contact after a change: kept by its slot, or a new value. */
  public record ContactChange(
      @Nullable Integer keep, @Nullable String channel, @Nullable String value) {
    @Override
    public String toString() {
      return "ContactChange";
    }
  }

  /**
   * A registration as it shall be from now on; what is left out stays as it is. The household is
   * either stated as a whole or left out as a whole.
   */
  public record Change(
      @Nullable Integer version,
      @Nullable String country,
      @Nullable String region,
      @Nullable String ground,
      @Nullable List<PersonIn> people,
      @Nullable List<ContactChange> contacts,
      @Nullable String wording,
      @Nullable String language,
      @Nullable String zone,
      @Nullable ConsentsIn consents,
      @Nullable String codeWord,
      @Nullable CommunityIn community,
      @Nullable AlertIn alert) {
    @Nullable Household household() {
      boolean stated = country != null || region != null || ground != null || people != null;
      return stated ? new Household(country, region, ground, people) : null;
    }

    @Override
    public String toString() {
      return "Change";
    }
  }

  /** The code that came to a contact. */
  public record Confirmation(@Nullable Integer slot, @Nullable String code) {
    @Override
    public String toString() {
      return "Confirmation";
    }
  }

  /** A wish for another code. */
  public record Resend(@Nullable Integer slot) {
    @Override
    public String toString() {
      return "Resend";
    }
  }

  /** One tap. */
  public record ActionIn(
      @Nullable String action,
      @Nullable Integer version,
      @Nullable Integer document,
      @Nullable String on,
      @Nullable Integer weeks,
      @Nullable String reason) {
    @Override
    public String toString() {
      return "ActionIn";
    }
  }
}
