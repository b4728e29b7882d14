package org.termin.tracker.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.organiser.Audit.Deed;

/**
 * What an organiser sees: the own community's waves, the own handle, the others' handles, and what
 * they did.
 */
@Controller
@RequestMapping(Tongue.ORGANISERS)
class OrganiserController {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final Organisers organisers;
  private final Audit audit;
  private final Seats seats;
  private final Dashboard dashboard;
  private final TransactionTemplate transaction;

  OrganiserController(
      Organisers organisers,
      Audit audit,
      Seats seats,
      Dashboard dashboard,
      TransactionTemplate transaction) {
    this.organisers = organisers;
    this.audit = audit;
    this.seats = seats;
    this.dashboard = dashboard;
    this.transaction = transaction;
  }

  @GetMapping
  String home(
      @AuthenticationPrincipal Organiser me,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Seat seat = seats.of(request).orElse(null);
    if (!(seat instanceof Seat.Known known)) {
      throw new Refused(ProblemKind.NOT_FOUND);
    }
    model.addAttribute("me", me);
    model.addAttribute("board", dashboard.of(me.community(), locale));
    model.addAttribute("end", HOUR.format(known.end().atOffset(ZoneOffset.UTC)));
    return "organiser/home";
  }

  @GetMapping("/members")
  String members(@AuthenticationPrincipal Organiser me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("members", organisers.of(me.community()));
    return "organiser/members";
  }

  /** Of the own community, by whoever may vouch there; and everybody may end the own passkey. */
  @PostMapping("/members/{handle}/revoke")
  String revoke(@AuthenticationPrincipal Organiser me, @PathVariable String handle) {
    UUID whom = PathId.of(handle);
    if (!me.role().vouches() && !me.handle().equals(whom)) {
      throw new Refused(ProblemKind.NOT_FOUND);
    }
    boolean gone =
        Boolean.TRUE.equals(
            transaction.execute(
                _ -> {
                  boolean removed = organisers.remove(whom, me.community());
                  if (removed) {
                    audit.note(me.handle(), me.community(), Deed.REVOKED, whom);
                  }
                  return removed;
                }));
    if (!gone) {
      throw new Refused(ProblemKind.NOT_FOUND);
    }
    seats.leave(whom);
    return "redirect:/o/members";
  }

  @GetMapping("/audit")
  String audit(@AuthenticationPrincipal Organiser me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("lines", audit.of(me.community()));
    return "organiser/audit";
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    seats.leave(request);
    seats.clear(response);
    return "redirect:/o/sign-in";
  }
}
