package org.termin.tracker.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.MaskedContact;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.RussianRoutes;

/** Reads contacts and names everything that is wrong with them. */
final class ContactReader {
  private final Set<String> open;
  private final RussianRoutes russian;
  private final Faults faults;

  ContactReader(Set<String> openChannels, RussianRoutes russian, Faults faults) {
    this.open = openChannels;
    this.russian = russian;
    this.faults = faults;
  }

  /** One or two different contacts. */
  List<Contact> read(@Nullable List<Bodies.ContactIn> written, String at) {
    List<Bodies.ContactIn> all = written == null ? List.of() : written;
    if (all.isEmpty()) {
      faults.add(at, ProblemKind.NO_CONTACT);
    } else if (all.size() > Register.MOST_CONTACTS) {
      faults.add(at, ProblemKind.TOO_MANY_CONTACTS);
      return List.of();
    }
    List<Contact> read = new ArrayList<>();
    for (int c = 0; c < all.size(); c++) {
      Bodies.ContactIn one = all.get(c);
      String where = at + "/" + c;
      contact(one == null ? null : one.channel(), one == null ? null : one.value(), where)
          .ifPresent(contact -> add(read, contact, where));
    }
    return read;
  }

  /** Contacts after a change; slots not mentioned are given up. */
  List<ContactChange> changes(
      @Nullable List<Bodies.ContactChange> written, List<MaskedContact> held, String at) {
    if (written == null) {
      return held.stream().<ContactChange>map(one -> new ContactChange.Keep(one.slot())).toList();
    }
    if (written.isEmpty()) {
      faults.add(at, ProblemKind.NO_CONTACT);
    }
    List<ContactChange> changes = new ArrayList<>();
    List<Contact> fresh = new ArrayList<>();
    for (int c = 0; c < written.size(); c++) {
      Bodies.ContactChange one = written.get(c);
      String where = at + "/" + c;
      if (one == null) {
        faults.add(where, ProblemKind.MISSING_FIELD);
      } else if (one.keep() != null && held.stream().noneMatch(h -> h.slot() == one.keep())) {
        faults.add(where + "/keep", ProblemKind.UNKNOWN_CONTACT);
      } else if (one.keep() != null && one.value() == null) {
        changes.add(new ContactChange.Keep(one.keep()));
      } else {
        contact(one.channel(), one.value(), where)
            .filter(contact -> add(fresh, contact, where))
            .ifPresent(contact -> changes.add(placed(one.keep(), contact)));
      }
    }
    if (inUse(changes, held) > Register.MOST_CONTACTS
        || changes.stream().distinct().count() < changes.size()) {
      faults.add(at, ProblemKind.TOO_MANY_CONTACTS);
    }
    return changes;
  }

  /** How many there will be once each new one has taken its place. */
  private static long inUse(List<ContactChange> changes, List<MaskedContact> held) {
    return changes.stream()
        .filter(
            change ->
                switch (change) {
                  case ContactChange.Keep(int slot) ->
                      held.stream().noneMatch(h -> h.slot() == slot && h.replaces() != null);
                  case ContactChange.Replace _, ContactChange.Add _ -> true;
                })
        .count();
  }

  private static ContactChange placed(@Nullable Integer slot, Contact contact) {
    return slot == null ? new ContactChange.Add(contact) : new ContactChange.Replace(slot, contact);
  }

  private boolean add(List<Contact> read, Contact contact, String at) {
    if (read.contains(contact)) {
      faults.add(at, ProblemKind.SAME_CONTACT_TWICE);
      return false;
    }
    return read.add(contact);
  }

  private Optional<Contact> contact(@Nullable String channel, @Nullable String value, String at) {
    if (channel == null || value == null || value.isBlank()) {
      faults.add(at + (channel == null ? "/channel" : "/value"), ProblemKind.MISSING_FIELD);
      return Optional.empty();
    }
    Optional<Channel> known =
        switch (channel.toLowerCase(Locale.ROOT)) {
          case "sms" -> Optional.of(Channel.SMS);
          case "email" -> Optional.of(Channel.EMAIL);
          default -> Optional.empty();
        };
    if (known.isEmpty()) {
      faults.add(at + "/channel", ProblemKind.UNKNOWN_CHANNEL);
      return Optional.empty();
    }
    if (!open.contains(channel.toLowerCase(Locale.ROOT))) {
      faults.add(at + "/channel", ProblemKind.CLOSED_CHANNEL);
      return Optional.empty();
    }
    return switch (Contact.parse(known.get(), value, russian)) {
      case ContactParse.Accepted accepted -> Optional.of(accepted.contact());
      case ContactParse.Refused(var reason) -> {
        faults.add(at + "/value", kind(reason));
        yield Optional.empty();
      }
    };
  }

  private static ProblemKind kind(ContactParse.Refusal reason) {
    return switch (reason) {
      case UNREADABLE -> ProblemKind.UNREADABLE_CONTACT;
      case NO_COUNTRY_CODE -> ProblemKind.COUNTRY_CODE_MISSING;
      case REGIME_ROUTE -> ProblemKind.REFUSED_ROUTE;
      case RUSSIAN_ROUTE -> ProblemKind.RUSSIAN_ROUTE;
      case PREMIUM -> ProblemKind.PREMIUM_NUMBER;
      case SHARED_COST -> ProblemKind.SHARED_COST_NUMBER;
      case SATELLITE -> ProblemKind.SATELLITE_NUMBER;
      case NO_TEXTS -> ProblemKind.NUMBER_WITHOUT_TEXTS;
    };
  }
}
