package org.termin.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** How the scheduler enters the store: its own login, whose password is read from a file. */
@Component
final class StoreAccess implements JdbcConnectionDetails {
  private final String url;
  private final String user;
  private final String password;

  StoreAccess(
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username}") String user,
      @Value("${spring.datasource.password:}") String password,
      @Value("${termin.db.scheduler-password-file}") String passwordFile) {
    this.url = url;
    this.user = user;
    this.password = passwordFile.isBlank() ? password : read(passwordFile);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException failed) {
      throw new CannotStart(
          "the file that TERMIN_DB_SCHEDULER_PASSWORD_FILE names cannot be read.", failed);
    }
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String toString() {
    return "StoreAccess";
  }
}
