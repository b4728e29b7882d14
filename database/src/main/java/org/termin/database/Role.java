package org.termin.database;

import java.util.Locale;

/** The five logins of the store. What each may do stands in {@code V3__grants.sql}. */
public enum Role {
  TRACKER,
  SCHEDULER,
  NOTIFIER,
  ORGANISER_RO,
  MIGRATOR;

  /** The login's name in PostgreSQL. */
  public String login() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable that names the file with this login's password. */
  public String passwordFileVariable() {
    return "TERMIN_DB_" + name() + "_PASSWORD_FILE";
  }
}
