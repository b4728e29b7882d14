package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.MaskedContact;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Situation;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.CodeWordList;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Post;
import org.termin.tracker.session.Session;

/** Changing documents, contacts and wording. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/me")
class ChangeController {
  private final Desk desk;
  private final Readers readers;
  private final HouseholdPage household;
  private final Countries countries;
  private final Previews previews;
  private final Post post;
  private final FaultTexts faultTexts;

  ChangeController(
      Desk desk,
      Readers readers,
      HouseholdPage household,
      Countries countries,
      Previews previews,
      Post post,
      FaultTexts faultTexts) {
    this.desk = desk;
    this.readers = readers;
    this.household = household;
    this.countries = countries;
    this.previews = previews;
    this.post = post;
    this.faultTexts = faultTexts;
  }

  @GetMapping("/change")
  String change(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Session session = desk.person(request, response);
    Found found = desk.found(session);
    var form = HouseholdForm.of(found.view().situation()).complete();
    return show(form, Map.of(), List.of(), found, session, locale, model);
  }

  @PostMapping("/change")
  String changed(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.sender(request, response, "change");
    Found found = desk.found(session);
    var rows = HouseholdForm.of(form).complete().in(found.view().situation().country().code());
    if (form.containsKey(HouseholdPage.ADD)) {
      var more = rows.with(form.get(HouseholdPage.ADD).equals("child"));
      return show(more, form, List.of(), found, session, locale, model);
    }
    var read = readers.change(body(rows, form, found), found, session.access());
    Change change = read.value();
    if (change == null) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return show(rows, form, read.faults(), found, session, locale, model);
    }
    ProblemKind refused = Desk.refusal(post.ask(change));
    if (refused != null) {
      response.setStatus(refused.status());
      model.addAttribute("wrong", faultTexts.of(refused, locale));
      return show(rows, form, List.of(), found, session, locale, model);
    }
    return "redirect:/" + locale.getLanguage() + "/me?n=changed";
  }

  private static Bodies.Change body(HouseholdForm rows, Map<String, String> form, Found found) {
    var body = rows.body();
    List<Bodies.ContactChange> contacts = new ArrayList<>();
    for (MaskedContact contact : found.view().contacts()) {
      String fresh = form.getOrDefault("contact" + contact.slot(), "").strip();
      if (!form.containsKey("drop" + contact.slot())) {
        contacts.add(
            fresh.isEmpty()
                ? new Bodies.ContactChange(contact.slot(), null, null)
                : new Bodies.ContactChange(contact.slot(), channel(fresh), fresh));
      }
    }
    String added = form.getOrDefault("added", "").strip();
    if (!added.isEmpty()) {
      contacts.add(new Bodies.ContactChange(null, channel(added), added));
    }
    if (found.view().situation().alert() != null) {
      return AlertForm.change(form, contacts);
    }
    return new Bodies.Change(
        MeController.number(form, "version"),
        body.country(),
        region(found.view().situation(), body.country()),
        body.ground(),
        body.people(),
        contacts,
        form.get("wording"),
        form.get("language"),
        null,
        new Bodies.ConsentsIn(true, form.containsKey("waves")),
        form.getOrDefault("codeWord", ""),
        new Bodies.CommunityIn(form.get("join"), form.containsKey("leave")),
        null);
  }

  /** The fields of the contacts in the order in which {@link #body} names them. */
  private static List<String> fields(Map<String, String> form, Found found) {
    return Stream.concat(
            found.view().contacts().stream()
                .map(MaskedContact::slot)
                .filter(slot -> !form.containsKey("drop" + slot))
                .map(slot -> "contact" + slot),
            Stream.of("added"))
        .toList();
  }

  /** A fault of a contact stands beside its field, as the others do. */
  private Map<String, String> marks(
      HouseholdForm rows,
      Map<String, String> form,
      List<Fault> faults,
      Found found,
      Locale locale) {
    List<String> fields = fields(form, found);
    Map<String, ProblemKind> marks = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String[] steps = fault.pointer().split("/");
      if (steps.length > 2 && steps[1].equals("contacts") && steps[2].matches("[0-9]+")) {
        marks.putIfAbsent(fields.get(Integer.parseInt(steps[2])), fault.kind());
      } else {
        rows.marks(List.of(fault)).forEach(marks::putIfAbsent);
      }
    }
    return faultTexts.of(marks, locale);
  }

  /** The pages do not ask for it: what stands stays, and a move ends it. */
  private static @Nullable String region(Situation before, @Nullable String country) {
    return before.country().code().equals(country) ? before.region() : null;
  }

  private static String channel(String contact) {
    return contact.contains("@") ? "email" : "sms";
  }

  private String show(
      HouseholdForm rows,
      Map<String, String> form,
      List<Fault> faults,
      Found found,
      Session session,
      Locale locale,
      Model model) {
    var view = found.view();
    Alert alert = view.situation().alert();
    if (alert != null) {
      model.addAttribute("size", form.getOrDefault(AlertForm.SIZE, "" + alert.atLeast()));
      model.addAttribute(
          "waitsFor", form.getOrDefault("country", view.situation().country().code()));
      model.addAttribute("sizes", Alert.SIZES);
      model.addAttribute("countries", AlertForm.countries(countries, locale));
    }
    household.fill(rows, faults, locale, model);
    model.addAttribute("marks", marks(rows, form, faults, found, locale));
    model.addAttribute("contacts", view.contacts());
    model.addAttribute("typed", new LinkedHashMap<>(form));
    model.addAttribute("version", form.getOrDefault("version", "" + found.version()));
    String wording = view.wording().name().toLowerCase(Locale.ROOT);
    model.addAttribute("wording", form.getOrDefault("wording", wording));
    model.addAttribute("language", form.getOrDefault("language", view.language().wire()));
    model.addAttribute(
        "waves", form.isEmpty() ? view.consents().waves() : form.containsKey("waves"));
    model.addAttribute("codeWord", view.codeWord());
    String typed = form.getOrDefault("codeWord", "");
    String chosen = CodeWordList.knows(typed) ? typed : "";
    model.addAttribute("chosenWord", chosen);
    Stream<String> words = CodeWordList.some(view.language(), 5).stream();
    model.addAttribute(
        "words",
        chosen.isEmpty()
            ? words.toList()
            : Stream.concat(Stream.of(chosen), words).distinct().toList());
    previews.of(view.situation(), locale).ifPresent(both -> model.addAttribute("previews", both));
    model.addAttribute("token", session.forms().token("change"));
    return "change";
  }
}
