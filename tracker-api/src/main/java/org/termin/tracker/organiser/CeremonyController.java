package org.termin.tracker.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The way in, for a script to walk. Whatever does not let somebody in is answered the same way. */
@Controller
class CeremonyController {
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
      ASSERTION = new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>
      ATTESTATION = new TypeReference<>() {};

  private final Ceremony ceremony;
  private final Seats seats;
  private final byte[] script;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  CeremonyController(Ceremony ceremony, Seats seats) throws IOException {
    this.ceremony = ceremony;
    this.seats = seats;
    this.script = new ClassPathResource("assets/passkey.js").getContentAsByteArray();
  }

  @GetMapping(Tongue.ORGANISERS + "/passkey.js")
  ResponseEntity<byte[]> script() {
    return ResponseEntity.ok().contentType(SCRIPT).body(script);
  }

  @GetMapping(Tongue.ORGANISERS + "/sign-in")
  String signInPage(HttpServletRequest request, CsrfToken form, Model model) {
    if (seats.of(request).orElse(null) instanceof Seat.Known) {
      return "redirect:/o";
    }
    model.addAttribute("form", form.getToken());
    return "organiser/sign-in";
  }

  @GetMapping(Tongue.ORGANISERS + "/enrol")
  String enrolPage(CsrfToken form, Model model) {
    model.addAttribute("form", form.getToken());
    return "organiser/enrol";
  }

  @PostMapping(Tongue.ORGANISERS + "/sign-in/options")
  ResponseEntity<String> askToSignIn(HttpServletRequest request) {
    Seat seat = seats.of(request).orElse(null);
    if (seat == null) {
      throw refused();
    }
    var asked = ceremony.askToSignIn();
    seats.ask(request, new Seat.Knocking(seat.form(), seats.now(), asked));
    return answer(asked);
  }

  @PostMapping(Tongue.ORGANISERS + "/sign-in")
  ResponseEntity<String> signIn(HttpServletRequest request, HttpServletResponse response) {
    if (!(seats.of(request).orElse(null) instanceof Seat.Knocking seat)
        || !seats.answers(request, seat)) {
      throw refused();
    }
    Optional<Organiser> organiser =
        read(request, ASSERTION).flatMap(answer -> ceremony.signIn(seat.asked(), answer));
    organiser.ifPresent(one -> seats.welcome(request, response, one.handle()));
    if (organiser.isEmpty()) {
      throw refused();
    }
    return ResponseEntity.noContent().build();
  }

  @PostMapping(Tongue.ORGANISERS + "/enrol/options")
  ResponseEntity<String> askToEnrol(HttpServletRequest request) {
    Seat seat = seats.of(request).orElse(null);
    Optional<Secret> link =
        read(request, new TypeReference<Map<String, String>>() {})
            .map(body -> body.get("link"))
            .map(Secret::new);
    if (seat == null || link.isEmpty()) {
      throw refused();
    }
    UUID handle = UUID.randomUUID();
    return ceremony
        .askToEnrol(link.get(), handle)
        .map(
            asked -> {
              seats.ask(
                  request, new Seat.Enrolling(seat.form(), seats.now(), link.get(), handle, asked));
              return answer(asked);
            })
        .orElseThrow(CeremonyController::refused);
  }

  @PostMapping(Tongue.ORGANISERS + "/enrol")
  ResponseEntity<String> enrol(HttpServletRequest request) {
    if (!(seats.of(request).orElse(null) instanceof Seat.Enrolling seat)
        || !seats.answers(request, seat)) {
      throw refused();
    }
    return read(request, ATTESTATION)
        .flatMap(answer -> ceremony.enrol(seat, answer))
        .map(newcomer -> answer(Map.of("handle", newcomer.handle().toString())))
        .orElseThrow(CeremonyController::refused);
  }

  private <T> Optional<T> read(HttpServletRequest request, TypeReference<T> type) {
    try {
      return Optional.ofNullable(json.readValue(request.getInputStream().readAllBytes(), type));
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private ResponseEntity<String> answer(Object body) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(body));
  }

  private static Refused refused() {
    return new Refused(ProblemKind.UNKNOWN_PASSKEY);
  }
}
