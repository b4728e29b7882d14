package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.MaskedContact;
import org.termin.contract.sealed.Resend;
import org.termin.contract.words.Answer;
import org.termin.contract.words.ContactState;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Results;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Post;
import org.termin.tracker.post.Reply;
import org.termin.tracker.session.Session;

/** Typing back the six digits that came to a contact. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/code")
class CodeController {
  private final Post post;
  private final Desk desk;
  private final FaultTexts faultTexts;
  private final Optional<String> writeTo;

  CodeController(Post post, Desk desk, FaultTexts faultTexts, DoorSettings settings) {
    this.post = post;
    this.desk = desk;
    this.faultTexts = faultTexts;
    this.writeTo = settings.writeTo();
  }

  @GetMapping
  String ask(
      @RequestParam(name = "n", defaultValue = "") String notice,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Session session = desk.person(request, response);
    model.addAttribute("notice", notice.matches("sent|received") ? notice : null);
    return show(session, model);
  }

  @PostMapping
  String confirm(
      @RequestParam(defaultValue = "0") String slot,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.sender(request, response, "code");
    Reply reply;
    try {
      String digits = Results.digits(code);
      reply =
          post.ask(
              new Confirm(session.registration(), session.access().proof(), number(slot), digits));
    } catch (Refused refused) {
      return again(refused.kind(), slot, session, locale, response, model);
    }
    String home = "redirect:/" + locale.getLanguage();
    return switch (reply) {
      case Reply.Received() -> home + "/code?n=received";
      case Reply.Judged(Answer answer) when answer == Answer.DONE ->
          home + (session.shown().isPresent() ? "/receipt" : "/me?n=confirmed");
      case Reply.Judged(Answer answer) ->
          again(
              answer == Answer.WRONG ? ProblemKind.WRONG_CODE : Results.kind(answer),
              slot,
              session,
              locale,
              response,
              model);
    };
  }

  /** The fault stands beside the field of the contact whose code it was. */
  private String again(
      ProblemKind kind,
      String slot,
      Session session,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    response.setStatus(kind.status());
    String view = show(session, model);
    boolean early = Boolean.TRUE.equals(model.getAttribute("early"));
    String field = early || !slot.matches("[0-9]{1,2}") ? "code" : "code" + slot;
    model.addAttribute("marks", Map.of(field, faultTexts.of(kind, locale)));
    return view;
  }

  @PostMapping("/again")
  String resend(
      @RequestParam(defaultValue = "0") String slot,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    int contact = number(slot);
    Session session = desk.sender(request, response, "code");
    post.send(new Resend(session.registration(), session.access().proof(), contact));
    return "redirect:/" + locale.getLanguage() + "/code?n=sent";
  }

  private static int number(String slot) {
    if (!slot.matches("[0-9]{1,2}")) {
      throw new Refused(ProblemKind.UNKNOWN_CONTACT);
    }
    return Integer.parseInt(slot);
  }

  /** Until the notifier has made the record there is one contact, and we do not know which. */
  private String show(Session session, Model model) {
    Optional<Found> found = desk.look(session);
    List<MaskedContact> waiting =
        found
            .map(
                one ->
                    one.view().contacts().stream()
                        .filter(contact -> contact.state() == ContactState.AWAITING)
                        .toList())
            .orElse(List.of());
    model.addAttribute("waiting", waiting);
    model.addAttribute("early", found.isEmpty());
    // said to everybody alike: the door does not know whose code is late
    model.addAttribute("writeTo", writeTo.orElse(null));
    model.addAttribute("token", session.forms().token("code"));
    model.addAttribute("written", session.shown().isEmpty());
    return "code";
  }
}
