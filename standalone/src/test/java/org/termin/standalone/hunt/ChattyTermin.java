package org.termin.standalone.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.termin.database.Role;
import org.termin.embedded.EmbeddedStore;
import org.termin.embedded.Ports;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.mail.SmtpSink;
import org.termin.testkit.sms.FakeSmsProvider;

/** A whole Termin in which everybody logs as much as an operator's environment can ask for. */
final class ChattyTermin implements AutoCloseable {
  /** By name, because the environment's word for a category is stronger than the program's. */
  private static final List<String> CATEGORIES =
      List.of(
          "ROOT",
          "ORG_TERMIN",
          "ORG_SPRINGFRAMEWORK",
          "ORG_SPRINGFRAMEWORK_WEB",
          "ORG_SPRINGFRAMEWORK_JDBC",
          "ORG_SPRINGFRAMEWORK_KAFKA",
          "ORG_SPRINGFRAMEWORK_CORE_CODEC",
          "ORG_APACHE",
          "ORG_APACHE_KAFKA",
          "ORG_APACHE_COYOTE",
          "ORG_APACHE_CATALINA",
          "ORG_APACHE_TOMCAT",
          "ORG_APACHE_TOMCAT_UTIL",
          "ORG_APACHE_HC",
          "ORG_POSTGRESQL",
          "ORG_THYMELEAF",
          "ORG_ECLIPSE_ANGUS",
          "ORG_SPRINGDOC",
          "COM_TWILIO",
          "COM_ZAXXER_HIKARI",
          "JAKARTA_MAIL",
          "JDK_INTERNAL_HTTPCLIENT_DEBUG",
          "JDK_HTTPCLIENT_HTTPCLIENT");

  final Path folder;
  final Folders folders;
  final FakeSmsProvider provider = FakeSmsProvider.start();
  final SmtpSink mail = SmtpSink.start();
  final Supervisor supervisor;

  ChattyTermin(Path folder) {
    this.folder = folder;
    this.folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    int port = Ports.free();
    supervisor =
        Supervisor.start(
            Settings.of(folders, port).with(environment(port)).with(this::withOwnTempFolder));
    provider.callbacksGoTo(supervisor.door(), "token");
    // every statement and every value given to it; PostgreSQL keeps them to itself otherwise
    List.of(
            "log_statement = 'all'",
            "log_min_messages = 'debug1'",
            "log_min_error_statement = 'debug1'",
            "log_error_verbosity = 'verbose'",
            "log_parameter_max_length = -1",
            "log_parameter_max_length_on_error = -1")
        .forEach(setting -> asAdmin("alter system set " + setting));
    asAdmin("select pg_reload_conf()");
  }

  private Map<String, String> environment(int port) {
    Map<String, String> all = new HashMap<>(Crowd.environment(provider, port));
    all.put("TERMIN_CHANNELS", "sms,email");
    all.put("SPRING_MAIL_HOST", "127.0.0.1");
    all.put("SPRING_MAIL_PORT", Integer.toString(mail.port()));
    all.put("TERMIN_MAIL_FROM", "termin@termin.example");
    all.put("TERMIN_LIMITS_REGISTRATIONS", "1000");
    all.put("TERMIN_LIMITS_CHANGES", "1000");
    all.put("TERMIN_LIMITS_FORWARDED", "true");
    // nobody here is to wait until a channel opens again
    all.put("TERMIN_CIRCUIT_FAILURES", "1000");
    CATEGORIES.forEach(category -> all.put("LOGGING_LEVEL_" + category, "TRACE"));
    return all;
  }

  Path temp(String service) {
    return folder.resolve("tmp").resolve(service);
  }

  private Launch withOwnTempFolder(String service, Launch usual) {
    try {
      Path own = Files.createDirectories(temp(service));
      List<String> command = new ArrayList<>(usual.command());
      int java = 0;
      while (!command.get(java).endsWith("java")) {
        java++;
      }
      command.add(java + 1, "-Djava.io.tmpdir=" + own);
      return new Launch(command, usual.environment())
          .with(
              Map.of(
                  "TMPDIR", own.toString(),
                  "DEBUG", "true",
                  "SPRING_MVC_LOG_REQUEST_DETAILS", "true"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Connection admin() throws SQLException {
    return DriverManager.getConnection(
        supervisor.storeUrl(), EmbeddedStore.ADMIN, supervisor.adminPassword());
  }

  void asAdmin(String sql) {
    try (Connection admin = admin();
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection as(Role role) throws SQLException {
    return DriverManager.getConnection(
        supervisor.storeUrl(), role.login(), supervisor.password(role));
  }

  @Override
  public void close() {
    supervisor.close();
    provider.close();
    mail.close();
  }
}
