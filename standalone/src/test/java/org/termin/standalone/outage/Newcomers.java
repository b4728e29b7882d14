package org.termin.standalone.outage;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.database.Role;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Samples;

/** Signs people up as the door would, and types the codes their phones and mailboxes show. */
final class Newcomers {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final Supervisor supervisor;
  private final Recording recording;
  private final LedgerEyes eyes;
  private final IntakePublicKey key;

  Newcomers(Supervisor supervisor, Folders folders, Recording recording, LedgerEyes eyes) {
    this.supervisor = supervisor;
    this.recording = recording;
    this.eyes = eyes;
    this.key = key(folders);
  }

  /** Everybody is active afterwards, at every contact. */
  void signUp(List<Household> households) {
    Map<UUID, Message> messages = new HashMap<>();
    int contacts = 0;
    for (Household household : households) {
      contacts += household.contacts().size();
      messages.put(
          household.id(),
          Samples.register(
              household.code(),
              household.situation(),
              Wording.CLEAR,
              Language.EN,
              household.contacts().toArray(Contact[]::new)));
    }
    post(messages);
    int expected = contacts;
    await().atMost(PATIENCE).until(() -> codes().size() == expected);

    Map<String, String> codes = codes();
    Map<UUID, Message> confirms = new HashMap<>();
    for (Household household : households) {
      for (int slot = 0; slot < household.contacts().size(); slot++) {
        String code = codes.get(household.contacts().get(slot).value());
        confirms.put(
            UUID.randomUUID(), new Confirm(household.id(), household.code().proof(), slot, code));
      }
    }
    post(confirms);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                eyes.count("select count(*) from people.contact_index where verified is not null")
                    == expected);
  }

  private Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (Seen seen : recording.inbox()) {
      Matcher code = CODE.matcher(seen.text());
      if (code.find()) {
        codes.put(seen.to(), code.group(1));
      }
    }
    return codes;
  }

  private void post(Map<UUID, Message> messages) {
    try (Connection door =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.TRACKER.login(), supervisor.password(Role.TRACKER));
        PreparedStatement insert =
            door.prepareStatement("insert into door.inbox (id, sealed) values (?, ?)")) {
      for (Map.Entry<UUID, Message> one : messages.entrySet()) {
        insert.setObject(1, one.getKey());
        insert.setBytes(2, MessageSeal.seal(key, one.getKey(), one.getValue()));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IntakePublicKey key(Folders folders) {
    try {
      return IntakePublicKey.of(1, Files.readAllBytes(folders.publicKeys().resolve("epoch-1.pub")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An environment in which nobody waits for a code. */
  static Map<String, String> welcome() {
    Map<String, String> all = new HashMap<>();
    for (String limit : List.of("DESTINATION", "PREFIX", "PREFIXDAY", "COUNTRY", "MONEY")) {
      all.put("TERMIN_CODES_" + limit, "1000000000");
    }
    all.put("TERMIN_INTAKE_EVERY", "1s");
    return all;
  }
}
