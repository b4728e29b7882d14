package org.termin.notifier.books;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/books} on the loopback port: the balance sheet, counts only. */
@Component
@Endpoint(id = "books")
final class BooksEndpoint {
  private final Balance balance;

  BooksEndpoint(Balance balance) {
    this.balance = balance;
  }

  @ReadOperation
  Balance.Sheet sheet() {
    return balance.read();
  }
}
