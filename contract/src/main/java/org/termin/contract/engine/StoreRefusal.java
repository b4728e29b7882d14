package org.termin.contract.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What PostgreSQL means when it lets nobody in because of encryption. */
public final class StoreRefusal {
  private static final String CERTIFICATE =
      "PostgreSQL's certificate cannot be checked or is not the right one: look at sslmode,"
          + " sslrootcert and the host's name in TERMIN_DB_URL (docs/managed.md).";
  private static final String NOT_THIS_WAY =
      "PostgreSQL lets this login in neither from here nor this way: it may want TLS or a client's"
          + " certificate (sslmode, sslcert and sslkey in TERMIN_DB_URL, docs/managed.md).";
  private static final String NO_TLS =
      "PostgreSQL does not speak TLS, but TERMIN_DB_URL asks for it by its sslmode.";

  private StoreRefusal() {}

  /** One sentence where encryption is what a failed connection failed at. */
  public static Optional<String> encryption(Throwable failed) {
    if (chain(failed).anyMatch(StoreRefusal::isOfCertificates)) {
      return Optional.of(CERTIFICATE);
    }
    return chain(failed)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .flatMap(one -> sentence(one).stream())
        .findFirst();
  }

  private static Optional<String> sentence(SQLException failed) {
    return switch (String.valueOf(failed.getSQLState())) {
      case "28000" -> Optional.of(NOT_THIS_WAY);
      case "08004" -> Optional.of(NO_TLS);
      // another host's name; a network's failure has its own cause
      case "08006" ->
          chain(failed).noneMatch(IOException.class::isInstance)
              ? Optional.of(CERTIFICATE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isOfCertificates(Throwable one) {
    return one instanceof SSLException
        || one instanceof GeneralSecurityException
        || one instanceof FileNotFoundException
        || one instanceof NoSuchFileException;
  }

  private static Stream<Throwable> chain(Throwable failed) {
    return Stream.iterate(failed, one -> one != null, Throwable::getCause).limit(16);
  }
}
