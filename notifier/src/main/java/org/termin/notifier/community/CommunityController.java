package org.termin.notifier.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.notifier.Refused;

/**
 * Communities and first links for whoever is at the machine, on the loopback port; JSON only, as
 * for the keys. What says itself here prints no code and no link: frameworks log what they read.
 */
@RestController
@RequestMapping("/communities")
class CommunityController {
  private final Communities communities;
  private final Inviting inviting;

  CommunityController(Communities communities, Inviting inviting) {
    this.communities = communities;
    this.inviting = inviting;
  }

  /** A community by its join code; a role where somebody is invited. */
  record Asked(@Nullable String code, @Nullable String role) {
    @Override
    public String toString() {
      return "Asked";
    }
  }

  record Made(String code) {
    @Override
    public String toString() {
      return "Made";
    }
  }

  /** How many organisers were put out. */
  record Closed(int organisers) {}

  /** Shown this once. */
  record Links(List<String> links) {
    @Override
    public String toString() {
      return "Links";
    }
  }

  record Listed(List<Communities.Line> communities) {}

  @GetMapping
  Listed all() {
    return new Listed(communities.all());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Made create(@RequestBody Asked asked) {
    return new Made(communities.create(asked.code()).value());
  }

  @PostMapping(path = "/close", consumes = MediaType.APPLICATION_JSON_VALUE)
  Closed close(@RequestBody Asked asked) {
    return new Closed(communities.close(asked.code()));
  }

  @PostMapping(path = "/found", consumes = MediaType.APPLICATION_JSON_VALUE)
  Links found(@RequestBody Asked asked) {
    return new Links(inviting.found(asked.code()));
  }

  @PostMapping(path = "/invite", consumes = MediaType.APPLICATION_JSON_VALUE)
  Links invite(@RequestBody Asked asked) {
    return new Links(List.of(inviting.invite(asked.code(), asked.role())));
  }

  @ExceptionHandler
  ProblemDetail refused(Refused refused) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.sentence());
  }
}
