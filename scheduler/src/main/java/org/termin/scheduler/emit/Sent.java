package org.termin.scheduler.emit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.termin.contract.event.ExpiryDue;

/** What was handed to the producer and what the broker has said to it so far. */
final class Sent {
  private final Map<ExpiryDue, CompletableFuture<?>> answers = new LinkedHashMap<>();

  void put(ExpiryDue due, CompletableFuture<?> answer) {
    answers.put(due, answer);
  }

  void putIfAbsent(ExpiryDue due, CompletableFuture<?> answer) {
    answers.putIfAbsent(due, answer);
  }

  /** Waits for all answers, at most so long; the result is what has not been confirmed. */
  List<ExpiryDue> await(Duration most) {
    try {
      CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
          .get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException someAreMissing) {
      // counted below
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return answers.entrySet().stream()
        .filter(one -> !isConfirmed(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean hasFailed() {
    return answers.values().stream().anyMatch(CompletableFuture::isCompletedExceptionally);
  }

  private static boolean isConfirmed(CompletableFuture<?> answer) {
    return answer.isDone() && !answer.isCompletedExceptionally();
  }
}
