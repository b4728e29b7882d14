package org.termin.database;

import java.util.regex.Pattern;

/** A PostgreSQL address taken apart, so that the same server can be asked for another database. */
record JdbcAddress(String server, String database, String options) {
  private static final Pattern SHAPE =
      Pattern.compile("(jdbc:postgresql://[^/?]+/)([A-Za-z0-9_-]+)(\\?.*)?");

  static JdbcAddress parse(String url) {
    var match = SHAPE.matcher(url);
    if (!match.matches()) {
      throw new StoreException(
          "The database address must look like jdbc:postgresql://host:port/database.");
    }
    var options = match.group(3);
    return new JdbcAddress(match.group(1), match.group(2), options == null ? "" : options);
  }

  /** Host, port and database, without options. */
  String place() {
    return server.substring("jdbc:postgresql://".length()) + database;
  }

  String at(String other) {
    return server + other + options;
  }
}
