package org.termin.tracker.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.MaskedContact;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.words.Alert;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.Hurdle;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Plans;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.session.Session;

/** Fills a person's own page: plan, contacts, what was sent. */
@Component
class MePage {
  private final Plans plans;
  private final PlanCards cards;
  private final MessageSource texts;

  MePage(Plans plans, PlanCards cards, MessageSource texts) {
    this.plans = plans;
    this.cards = cards;
    this.texts = texts;
  }

  /** A contact in words. */
  public record ContactLine(int slot, String masked, String channel, String state, boolean open) {}

  /** A message in words. */
  public record SentLine(String day, String to, String state, String about) {}

  /** What can be done with a document now. */
  public record Taps(int document, boolean held, boolean lost) {}

  String show(Found found, Session session, Locale locale, Model model) {
    PersonView view = found.view();
    var say = new Say(texts, locale);
    var plan = plans.plan(view.situation(), view.zone());
    model.addAttribute("version", found.version());
    model.addAttribute("state", view.state().name());
    model.addAttribute("cards", cards.of(plan, view.situation(), Ahead.of(view), locale));
    model.addAttribute("generic", plan.generic());
    model.addAttribute("english", cards.inEnglish(view.situation(), locale));
    model.addAttribute("country", Countries.name(view.situation().country(), locale));
    Alert alert = view.situation().alert();
    model.addAttribute("waitsFor", alert == null ? null : alert.atLeast());
    model.addAttribute("codeWord", view.codeWord());
    model.addAttribute("wording", say.text("wording." + view.wording()));
    model.addAttribute(
        "contacts", view.contacts().stream().map(contact -> line(contact, say)).toList());
    model.addAttribute(
        "awaiting", view.contacts().stream().anyMatch(one -> one.state() == ContactState.AWAITING));
    model.addAttribute(
        "messages", view.deliveries().stream().map(note -> line(note, view, say)).toList());
    model.addAttribute(
        "taps",
        view.situation().documents().stream()
            .collect(
                Collectors.toMap(
                    document -> document.number(),
                    document ->
                        new Taps(
                            document.number(),
                            document.state() instanceof DocumentState.Held,
                            document.state() instanceof DocumentState.Lost))));
    model.addAttribute("hurdles", view.consents().waves() ? Hurdle.values() : new Hurdle[0]);
    model.addAttribute("token", session.forms().token("act"));
    model.addAttribute("unwritten", session.shown().isPresent());
    return "me";
  }

  private static ContactLine line(MaskedContact contact, Say say) {
    return new ContactLine(
        contact.slot(),
        contact.masked(),
        say.text("channel." + contact.channel()),
        say.text("contact." + contact.state()),
        contact.state() == ContactState.AWAITING);
  }

  private static SentLine line(DeliveryNote note, PersonView view, Say say) {
    String to =
        view.contacts().stream()
            .filter(contact -> contact.slot() == note.slot())
            .findFirst()
            .map(MaskedContact::masked)
            .orElse("—");
    List<String> about =
        note.told().stream()
            .map(told -> view.situation().document(told.document()))
            .flatMap(java.util.Optional::stream)
            .map(document -> say.text("document." + document.type()))
            .distinct()
            .toList();
    LocalDate day = note.day();
    return new SentLine(
        say.day(day), to, say.text("sent." + note.state()), String.join(", ", about));
  }
}
