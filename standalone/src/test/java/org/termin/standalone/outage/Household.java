package org.termin.standalone.outage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.testkit.Samples;

/** One registration of the experiment: what it entered, and what the planner says of it. */
record Household(UUID id, ReceiptCode code, Situation situation, List<Contact> contacts) {

  ZoneId zone() {
    return Samples.zone(situation.country());
  }

  LocalDate localDay(Instant at) {
    return LocalDate.ofInstant(at, zone());
  }

  Plan plan(Guidance guidance, LocalDate today) {
    return Planner.plan(situation, guidance, today);
  }

  boolean has(Channel channel) {
    return contacts.stream().anyMatch(contact -> contact.channel() == channel);
  }

  boolean owns(String address) {
    return contacts.stream().anyMatch(contact -> contact.value().equals(address));
  }
}
