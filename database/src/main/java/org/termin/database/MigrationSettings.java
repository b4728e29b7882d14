package org.termin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What {@code termin-migrate} is told by its environment; passwords come from files only. */
record MigrationSettings(Map<String, String> environment) {
  private static final String ADMIN_PASSWORD_FILE = "TERMIN_DB_ADMIN_PASSWORD_FILE";

  String url() {
    return needed("TERMIN_DB_URL", "the database's address, jdbc:postgresql://host:port/database");
  }

  String adminUser() {
    var user = environment.getOrDefault("TERMIN_DB_ADMIN_USER", "");
    return user.isBlank() ? "postgres" : user;
  }

  String adminPassword() {
    return password(ADMIN_PASSWORD_FILE);
  }

  Map<Role, String> passwords() {
    var passwords = new EnumMap<Role, String>(Role.class);
    for (var role : Role.values()) {
      passwords.put(role, password(role.passwordFileVariable()));
    }
    return passwords;
  }

  private String password(String variable) {
    var file = needed(variable, "the path of a file that holds this password");
    try {
      var password = Files.readString(Path.of(file)).strip();
      if (password.isEmpty()) {
        throw new StoreException("The file that " + variable + " names is empty.");
      }
      return password;
    } catch (IOException | InvalidPathException failed) {
      throw new StoreException(
          "The file that " + variable + " names cannot be read: " + file + ".", failed);
    }
  }

  private String needed(String variable, String meaning) {
    var value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new StoreException("Set " + variable + " to " + meaning + ".");
    }
    return value;
  }

  @Override
  public String toString() {
    return "MigrationSettings";
  }
}
