package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.Finding.Level;
import org.termin.standalone.supervise.Folders;
import picocli.CommandLine;

class TerminTest {
  @TempDir Path folder;

  @Test
  void refusesAMovedClockThatCouldSend() {
    StringWriter said = new StringWriter();
    int status =
        new CommandLine(new Up())
            .setErr(new PrintWriter(said))
            .execute("--simulated-clock", "--data", folder.toString());
    assertThat(status).isEqualTo(2);
    assertThat(said.toString()).contains("--recording");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theKillSwitchDestroysEveryKeyAndNothingElseAndOnlyWhenItIsMeant() throws Exception {
    Path replica = Files.createDirectory(folder.resolve("replica"));
    for (String name : List.of("epoch-1.key", "epoch-12.key", "epoch-13.key.draft", "ledger.key")) {
      Files.write(folder.resolve(name), new byte[] {1, 2, 3});
      Files.write(replica.resolve(name), new byte[] {1, 2, 3});
    }
    Files.writeString(folder.resolve("stops.log"), "kept");
    KillSwitch without = killSwitch(replica, "yes");
    StringWriter said = new StringWriter();
    assertThat(new CommandLine(without).setOut(new PrintWriter(said)).execute()).isEqualTo(2);
    assertThat(said.toString())
        .contains("4 key files here", "4 on the replica", "nothing was changed");
    assertThat(folder.resolve("ledger.key")).hasBinaryContent(new byte[] {1, 2, 3});

    int status =
        new CommandLine(killSwitch(replica, null))
            .setOut(new PrintWriter(said))
            .execute("--replica", replica.toString(), "--confirm", KillSwitch.SENTENCE);
    assertThat(status).isZero();
    assertThat(said.toString())
        .contains("4 key files are destroyed here", "4 on the replica", "switch the machine off");
    assertThat(replica).isEmptyDirectory();
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("replica", "stops.log");
    }
  }

  @Test
  void theKillSwitchSaysWhenTheReplicaWasNotReached() throws Exception {
    Path replica = folder.resolve("replica");
    for (Path away : List.of(replica, Files.createDirectory(folder.resolve("not-mounted")))) {
      Files.write(folder.resolve("ledger.key"), new byte[] {1, 2, 3});
      StringWriter said = new StringWriter();
      int status =
          new CommandLine(killSwitch(away, null))
              .setOut(new PrintWriter(said))
              .execute("--replica", away.toString(), "--confirm", KillSwitch.SENTENCE);
      assertThat(status).isEqualTo(KillSwitch.REPLICA_NOT_REACHED).isEqualTo(3);
      assertThat(said.toString())
          .contains("1 key files are destroyed here", "0 on the replica", away.toString())
          .contains("was not reached and still holds keys", "switch the machine off");
      assertThat(folder.resolve("ledger.key")).doesNotExist();
    }
  }

  @Test
  void theKillSwitchSaysWhichKeysOfTheReplicaItCouldNotDestroy() throws Exception {
    Path replica = Files.createDirectory(folder.resolve("replica"));
    Files.write(folder.resolve("ledger.key"), new byte[] {1, 2, 3});
    // a folder stands for a file that cannot be written: whoever tests may be root
    Files.createDirectory(replica.resolve("epoch-1.key"));
    Files.write(replica.resolve("ledger.key"), new byte[] {1, 2, 3});
    StringWriter said = new StringWriter();
    int status =
        new CommandLine(killSwitch(replica, null))
            .setOut(new PrintWriter(said))
            .execute("--replica", replica.toString(), "--confirm", KillSwitch.SENTENCE);
    assertThat(status).isEqualTo(KillSwitch.REPLICA_NOT_REACHED);
    assertThat(said.toString()).contains("1 key files are destroyed here", "1 on the replica");
    assertThat(said.toString()).contains("still holds keys");
    assertThat(replica.resolve("ledger.key")).doesNotExist();
  }

  @Test
  void aReplicaThatWasEmptiedBeforeHoldsNoKeys() throws Exception {
    Path replica = Files.createDirectory(folder.resolve("replica"));
    Files.createFile(replica.resolve("replica.mark"));
    StringWriter said = new StringWriter();
    int status =
        new CommandLine(killSwitch(replica, null))
            .setOut(new PrintWriter(said))
            .execute("--replica", replica.toString(), "--confirm", KillSwitch.SENTENCE);
    assertThat(status).isZero();
    assertThat(said.toString()).contains("0 key files are destroyed here and 0 on the replica");
  }

  private KillSwitch killSwitch(Path replica, @Nullable String confirm) {
    KillSwitch command = new KillSwitch();
    command.places =
        new Places() {
          @Override
          Folders folders() {
            return new Folders(folder.resolve("data"), folder);
          }
        };
    command.replica = replica;
    command.confirm = confirm;
    return command;
  }

  @Test
  void saysWhichChannelsAreClosedAndWhatIsMissing() {
    assertThat(Channels.of(Map.of("SPRING_MAIL_HOST", "relay")).sentences())
        .containsExactly(
            "SMS is closed, its messages wait: set TWILIO_ACCOUNT_SID, TWILIO_API_KEY,"
                + " TWILIO_API_SECRET, TWILIO_AUTH_TOKEN, TWILIO_FROM.",
            "E-mail is closed, its messages wait: set TERMIN_MAIL_FROM.");
    assertThat(
            Channels.of(
                    Map.of(
                        "TERMIN_CHANNELS", "email",
                        "SPRING_MAIL_HOST", "relay",
                        "TERMIN_MAIL_FROM_FILE", "/run/from"))
                .sentences())
        .containsExactly("E-mail is open.");
  }

  @Test
  void examinesAndFindsWhatIsUnsafe() throws Exception {
    Path postgres = Files.createDirectories(folder.resolve("data/postgres"));
    Files.writeString(postgres.resolve("PG_VERSION"), "18\n");
    Files.writeString(postgres.resolve("postgresql.conf"), "fsync = off\n");
    Files.writeString(postgres.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
    List<Finding> findings =
        new Examination(new Folders(folder.resolve("data"), folder.resolve("keys")), 0, Map.of())
            .all();
    assertThat(findings)
        .filteredOn(finding -> finding.level() == Level.BAD)
        .extracting(Finding::sentence)
        .anyMatch(sentence -> sentence.contains("durability"))
        .anyMatch(sentence -> sentence.contains("without a password"))
        .anyMatch(sentence -> sentence.contains("no key folder"));
  }

  @Test
  void saysWhenThePageDoesNotKnowWhoRunsThis() {
    assertThat(notes(Map.of())).anyMatch(note -> note.startsWith("TERMIN_CONTROLLER is not set"));
    assertThat(notes(Map.of("TERMIN_CONTROLLER", "Friends, help@friends.example")))
        .noneMatch(note -> note.contains("TERMIN_CONTROLLER"));
  }

  @Test
  void aReplicaCountsOnlyWhereItIsThereWholeAndOnAnotherDisk() throws Exception {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Files.write(keys.resolve("epoch-1.key"), new byte[] {1, 2, 3});
    Path replica = folder.resolve("replica");
    Map<String, String> named = Map.of("TERMIN_KEYS_REPLICA", replica.toString());
    assertThat(found(Level.BAD, named)).anyMatch(bad -> bad.contains("is not there: mount"));

    Files.createDirectory(replica);
    assertThat(found(Level.BAD, named)).anyMatch(bad -> bad.contains("lacks 1 of them"));

    Files.copy(keys.resolve("epoch-1.key"), replica.resolve("epoch-1.key"));
    assertThat(found(Level.BAD, named)).noneMatch(bad -> bad.contains("replica"));
    assertThat(notes(named)).anyMatch(note -> note.contains("on the same disk"));
  }

  private List<String> notes(Map<String, String> environment) {
    return found(Level.NOTE, environment);
  }

  private List<String> found(Level level, Map<String, String> environment) {
    return new Examination(
            new Folders(folder.resolve("data"), folder.resolve("keys")), 0, environment)
        .all().stream().filter(finding -> finding.level() == level).map(Finding::sentence).toList();
  }
}
