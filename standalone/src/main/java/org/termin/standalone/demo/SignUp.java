package org.termin.standalone.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Rest;
import tools.jackson.databind.JsonNode;

/** Signs households up through the door, as they would themselves, many at once. */
final class SignUp {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3})\\b");
  private static final int AT_ONCE = 16;

  private final Rest door;
  private final Recording recording;
  private final Consumer<Double> progress;
  private final Map<Household, Registered> registered = new ConcurrentHashMap<>();

  SignUp(Rest door, Recording recording, Consumer<Double> progress) {
    this.door = door;
    this.recording = recording;
    this.progress = progress;
  }

  /** What a household wrote down. */
  record Registered(String id, String receiptCode) {
    @Override
    public String toString() {
      return "Registered " + id;
    }
  }

  void all(List<Household> households) {
    long contacts = households.stream().mapToLong(one -> one.contacts().size()).sum();
    each(households, this::register);
    Map<String, String> codes = codes(contacts);
    each(households, one -> confirm(one, codes));
  }

  private void register(Household household) {
    JsonNode created =
        door.post("/api/v1/registrations", null, household.registration()).expect(201);
    registered.put(
        household,
        new Registered(created.path("id").asString(), created.path("receiptCode").asString()));
    progress.accept(registered.size() * 0.5);
  }

  /** The codes on phones and in mailboxes, once all have come. */
  private Map<String, String> codes(long wanted) {
    Map<String, String> codes = new HashMap<>();
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (codes.size() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("only %d of %d codes came".formatted(codes.size(), wanted));
      }
      for (Recording.Seen seen : recording.inbox()) {
        Matcher code = CODE.matcher(seen.text());
        if (code.find()) {
          codes.put(seen.to(), code.group(1) + code.group(2));
        }
      }
      breathe();
    }
    return codes;
  }

  private static void breathe() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void confirm(Household household, Map<String, String> codes) {
    Registered own = Objects.requireNonNull(registered.get(household));
    for (int slot = 0; slot < household.contacts().size(); slot++) {
      door.post(
          "/api/v1/registrations/" + own.id() + "/confirmations",
          own.receiptCode(),
          Map.of("slot", slot, "code", codes.get(household.contacts().get(slot).value())));
    }
  }

  private static void each(List<Household> households, Consumer<Household> task) {
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> all =
          households.stream().map(one -> some.submit(() -> task.accept(one))).toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a household could not sign up", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
