package org.termin.tracker.organiser;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.organiser.PasskeyAddress;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;

/** Inviting into the own community, and standing for what somebody else invited. */
@Controller
@RequestMapping(Tongue.ORGANISERS + "/invitations")
class InvitationsController {
  private final Invitations invitations;
  private final PasskeyAddress site;

  InvitationsController(Invitations invitations, PasskeyAddress site) {
    this.invitations = invitations;
    this.site = site;
  }

  @GetMapping
  String waiting(@AuthenticationPrincipal Organiser me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("roles", roles(me));
    model.addAttribute("waiting", invitations.waitingFor(me));
    return "organiser/invitations";
  }

  private static List<Role> roles(Organiser me) {
    return Arrays.stream(Role.values()).filter(role -> role.compareTo(me.role()) <= 0).toList();
  }

  /** The answer to the form is the one time the link is shown. */
  @PostMapping
  String invite(
      @AuthenticationPrincipal Organiser me,
      @RequestParam(defaultValue = "") String role,
      Model model) {
    Secret link =
        Arrays.stream(Role.values())
            .filter(one -> one.name().equals(role))
            .findFirst()
            .flatMap(one -> invitations.invite(me, me.community(), one))
            .orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
    model.addAttribute("link", link.link(site));
    model.addAttribute("mark", link.mark());
    return waiting(me, model);
  }

  @PostMapping("/{id}/second")
  String second(@AuthenticationPrincipal Organiser me, @PathVariable String id) {
    if (!invitations.second(me, PathId.of(id))) {
      throw new Refused(ProblemKind.NOT_FOUND);
    }
    return "redirect:/o/invitations";
  }
}
