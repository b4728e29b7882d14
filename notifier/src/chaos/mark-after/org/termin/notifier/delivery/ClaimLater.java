package org.termin.notifier.delivery;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.News;
import org.termin.notifier.delivery.Prepared.Send;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Records;

/** A claim that commits nothing until its request has been made. */
@Component
@Primary
class ClaimLater extends Claim {
  private final Map<UUID, Send> promised = new ConcurrentHashMap<>();
  private final Set<UUID> rows = ConcurrentHashMap.newKeySet();

  ClaimLater(
      TransactionTemplate transaction,
      Records records,
      Rows rows,
      Attempts attempts,
      Keys keys,
      ReminderMoney money,
      Alarms alarms,
      News news,
      Wording wording,
      Canaries canaries,
      DeliverySettings settings) {
    super(
        transaction,
        records,
        rows,
        attempts,
        keys,
        money,
        alarms,
        news,
        wording,
        canaries,
        settings);
  }

  @Override
  Result claim(Send send) {
    if (!rows.addAll(ids(send))) {
      // a queue that delivers once would not have said this again while it is being sent
      return new Result.ToldBefore();
    }
    UUID attempt = UUID.randomUUID();
    promised.put(attempt, send);
    return new Result.Mine(attempt, send.told(), send.text());
  }

  /** Writes the claim now, after the request; null for messages that asked for no claim. */
  @Nullable UUID mark(UUID attempt) {
    Send send = promised.remove(attempt);
    if (send == null) {
      return null;
    }
    rows.removeAll(ids(send));
    return super.claim(send) instanceof Result.Mine(UUID real, var _, var _) ? real : null;
  }

  private static Set<UUID> ids(Send send) {
    return send.told().stream().map(due -> due.row().id()).collect(Collectors.toSet());
  }
}
