package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.standalone.Crowd;
import org.termin.testkit.sms.Post;

/** Somebody who signs up through the door's API, and what that person knows. */
final class Person {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3})\\b");

  private final ChattyTermin termin;
  final Visitor visitor;
  final String id;
  String receipt;

  private Person(ChattyTermin termin, Visitor visitor, String id, String receipt) {
    this.termin = termin;
    this.visitor = visitor;
    this.id = id;
    this.receipt = receipt;
  }

  static Map<String, Object> form(List<Map<String, String>> contacts, Map<String, String> days) {
    List<Map<String, String>> documents = new ArrayList<>();
    days.forEach((type, day) -> documents.add(Map.of("type", type, "lastValidDay", day)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("country", "PL");
    body.put("people", List.of(Map.of("child", false, "documents", documents)));
    body.put("contacts", contacts);
    body.put("wording", "clear");
    body.put("language", "be");
    body.put("consents", Map.of("reminders", true, "waves", true));
    return body;
  }

  static Map<String, String> sms(String phone) {
    return Map.of("channel", "sms", "value", phone);
  }

  static Map<String, String> email(String address) {
    return Map.of("channel", "email", "value", address);
  }

  static Person signsUp(ChattyTermin termin, Map<String, Object> form) {
    Visitor visitor = new Visitor(termin.supervisor.door());
    visitor.api("POST", "/api/v1/registrations", "", form);
    assertThat(visitor.status()).isEqualTo(201);
    return new Person(
        termin,
        visitor,
        visitor.json().path("id").asString(),
        visitor.json().path("receiptCode").asString());
  }

  int asks(String method, String path, Object body) {
    return visitor.api(method, "/api/v1/registrations/" + path, receipt, body).status();
  }

  void wantsAnotherCode(int slot) {
    assertThat(asks("POST", id + "/resend", Map.of("slot", slot))).isEqualTo(202);
  }

  int types(int slot, String code) {
    return asks("POST", id + "/confirmations", Map.of("slot", slot, "code", code));
  }

  /** Types every code that has come to the contact until one is taken. */
  void confirms(int slot, String contact) {
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () -> {
              for (String code : codes(termin, contact).reversed()) {
                if (Set.of(200, 202).contains(types(slot, code))) {
                  return true;
                }
              }
              return false;
            });
  }

  String state() {
    return asks("GET", "current", "") == 200 ? visitor.json().path("state").asString("") : "";
  }

  void awaitState(String state) {
    await().atMost(Crowd.PATIENCE).until(() -> state().equals(state));
  }

  /** Every text to that phone or mailbox, whether it was accepted or not. */
  static List<String> messages(ChattyTermin termin, String contact) {
    if (contact.contains("@")) {
      return termin.mail.receivedFor(contact).stream().map(Person::plain).toList();
    }
    return termin.provider.postsTo(contact).stream().map(Post::body).toList();
  }

  private static String plain(Part part) {
    try {
      if (part.getContent() instanceof Multipart many) {
        return plain(many.getBodyPart(0));
      }
      return String.valueOf(part.getContent());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every code that went to that phone or mailbox. */
  static List<String> codes(ChattyTermin termin, String contact) {
    Set<String> codes = new HashSet<>();
    List<String> inOrder = new ArrayList<>();
    for (String message : messages(termin, contact)) {
      Matcher code = CODE.matcher(message);
      if (code.find() && codes.add(code.group(1) + code.group(2))) {
        inOrder.add(code.group(1) + code.group(2));
      }
    }
    return inOrder;
  }
}
