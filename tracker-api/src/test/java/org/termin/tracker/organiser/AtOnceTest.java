package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;

/** What counts once counts once also for those who try at the same instant. */
class AtOnceTest {
  private static final int MANY = 8;

  private final Site site = Site.shared();

  /** Both have read the question before either has answered. */
  @Test
  void aQuestionIsAnsweredOnce() throws Exception {
    Seats seats = new Seats(Clock.systemUTC());
    for (int round = 0; round < 1_000; round++) {
      var page = new MockHttpServletResponse();
      seats.visit(page, "form");
      var request = new MockHttpServletRequest();
      request.setCookies(page.getCookies());
      Seat.Knocking asked =
          new Seat.Knocking(
              "form",
              seats.now(),
              PublicKeyCredentialRequestOptions.builder()
                  .rpId("termin.example")
                  .challenge(Bytes.random())
                  .build());
      seats.ask(request, asked);
      assertThat(together(() -> seats.answers(request, asked))).containsOnlyOnce(true);
      assertThat(seats.of(request)).get().isInstanceOf(Seat.Visitor.class);
    }
  }

  @Test
  void ofManyWhoOpenTheSameLinkOneComesIn() throws Exception {
    Secret link = site.machineInvites(site.community, Role.MEMBER);
    site.invitations()
        .waitingFor(site.operator(site.firstHandle))
        .forEach(one -> site.invitations().second(site.operator(site.firstHandle), one.id()));
    assertThat(together(() -> new Guest(site.door).enrols(link))).containsOnlyOnce(200);
  }

  @Test
  void oneWordIsGivenOnce() throws Exception {
    site.machineInvites(site.community, Role.MEMBER);
    Organiser me = site.operator(site.firstHandle);
    var id = site.invitations().waitingFor(me).getLast().id();
    assertThat(together(() -> site.invitations().second(me, id))).containsOnlyOnce(true);
  }

  private static <T> List<T> together(Callable<T> one) throws Exception {
    CyclicBarrier start = new CyclicBarrier(MANY);
    try (var threads = Executors.newFixedThreadPool(MANY)) {
      List<Future<T>> all = new ArrayList<>();
      for (int n = 0; n < MANY; n++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return one.call();
                }));
      }
      List<T> said = new ArrayList<>();
      for (Future<T> each : all) {
        said.add(each.get());
      }
      return said;
    }
  }
}
