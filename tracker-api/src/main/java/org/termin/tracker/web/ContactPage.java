package org.termin.tracker.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.Readers;

/** The page that asks where to write. */
@Component
class ContactPage {
  private final DoorSettings settings;
  private final FaultTexts faultTexts;
  private final Readers readers;

  ContactPage(DoorSettings settings, FaultTexts faultTexts, Readers readers) {
    this.settings = settings;
    this.faultTexts = faultTexts;
    this.readers = readers;
  }

  String show(Map<String, String> form, List<Fault> faults, Locale locale, Model model) {
    SignUpForm entered = SignUpForm.of(form, locale);
    model.addAttribute("form", entered);
    model.addAttribute("household", entered.household());
    model.addAttribute("sms", settings.channels().contains("sms"));
    model.addAttribute("email", settings.channels().contains("email"));
    model.addAttribute("marks", faultTexts.of(entered.marks(faults), locale));
    return "contact";
  }

  /** What is wrong with the contacts alone; the rest is asked for on the next page. */
  List<Fault> faults(Map<String, String> form) {
    Bodies.Registration body = SignUpForm.of(form, Locale.ENGLISH).body();
    return readers.registration(body, ReceiptCode.random()).faults().stream()
        .filter(fault -> fault.pointer().startsWith("/contacts"))
        .toList();
  }
}
