package org.termin.testkit.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the provider keeps: every request, every message taken, every message deleted. */
final class Ledger {
  private final Map<String, SentText> sent = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Post> posts = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<String> deleted = new CopyOnWriteArrayList<>();

  /** Numbers a request, before anybody decides about it. */
  Post arrived(Map<String, String> form, boolean accepted) {
    return new Post(numbers.incrementAndGet(), Map.copyOf(form), accepted);
  }

  /** Keeps the request and, where it is accepted, takes its message. */
  Optional<SentText> keep(Post post, Instant now) {
    synchronized (posts) {
      posts.add(post);
      return post.accepted() ? Optional.of(take(post.form(), now)) : Optional.empty();
    }
  }

  private SentText take(Map<String, String> form, Instant now) {
    SentText text =
        new SentText(
            newSid(),
            form.getOrDefault("To", ""),
            form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")),
            form.getOrDefault("Body", ""),
            form.get("StatusCallback"),
            now,
            "queued",
            null);
    sent.put(text.sid(), text);
    return text;
  }

  static String newSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  List<Post> posts() {
    synchronized (posts) {
      return List.copyOf(posts);
    }
  }

  /** Oldest first. */
  List<SentText> messages() {
    synchronized (sent) {
      return new ArrayList<>(sent.values());
    }
  }

  Optional<SentText> find(String sid) {
    return Optional.ofNullable(sent.get(sid));
  }

  Optional<SentText> move(String sid, String status, @Nullable Integer errorCode) {
    return Optional.ofNullable(sent.computeIfPresent(sid, (_, old) -> old.with(status, errorCode)));
  }

  void delete(String sid) {
    sent.remove(sid);
    deleted.add(sid);
  }

  List<String> deleted() {
    return List.copyOf(deleted);
  }

  void clear() {
    sent.clear();
    synchronized (posts) {
      posts.clear();
      numbers.set(0);
    }
    deleted.clear();
  }
}
