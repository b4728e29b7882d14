package org.termin.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.termin.contract.words.Alert;
import org.termin.notifier.erasure.RetentionSchedule.Kept;
import org.termin.testkit.Figures;

/**
 * What the residents' page says of days and hours is what this program does. The constants are
 * private to their rooms, and only this test has business with them; another test of that page
 * holds its languages against each other.
 */
class PrivacyPageTest {
  private static final Path PAGE =
      Figures.project().resolve("tracker-api/src/main/resources/texts/privacy_en.properties");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Properties texts = new Properties();

  PrivacyPageTest() throws IOException {
    try (Reader page = Files.newBufferedReader(PAGE)) {
      texts.load(page);
    }
  }

  private void says(String key, long... expected) {
    assertThat(numbers(texts.getProperty(key))).as(key).isEqualTo(list(expected));
  }

  private static List<Long> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> Long.valueOf(found.group())).toList();
  }

  private static List<Long> list(long... numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
  }

  private static long schedule(String table) {
    return RetentionSchedule.all().stream()
        .filter(kept -> kept.table().equals(table))
        .map(Kept::kept)
        .flatMap(kept -> numbers(kept).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Object constant(String type, String name) {
    try {
      Field field = Class.forName("org.termin.notifier." + type).getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException gone) {
      throw new AssertionError(gone);
    }
  }

  private static long days(String type, String name) {
    Object value = constant(type, name);
    return value instanceof Duration duration ? duration.toDays() : ((Integer) value).longValue();
  }

  /** What a setting is unless the operator says otherwise. */
  private static Duration setting(String type, String prefix, String name) {
    try {
      Class<?> settings = Class.forName("org.termin.notifier." + type);
      Object bound = new Binder().bindOrCreate(prefix, Bindable.of(settings));
      Method part = settings.getDeclaredMethod(name);
      part.setAccessible(true);
      return (Duration) part.invoke(bound);
    } catch (ReflectiveOperationException gone) {
      throw new AssertionError(gone);
    }
  }

  @Test
  void aRecordIsKeptAsLongAsThePageSays() {
    Duration unconfirmed = setting("verification.CodeLimits", "termin.codes", "unconfirmed");
    says("long.2", unconfirmed.toHours(), days("intake.Registering", "UNCONFIRMED"));
    says(
        "long.3",
        days("erasure.Retention", "KEPT_DAYS"),
        days("erasure.Retention", "WAITING_DAYS"));
    says("long.5", days("reply.Stopping", "UNDO"));
    says("long.5", days("intake.Changing", "SILENT"));
    says("long.6", Alert.YEARS);
    says("erase.5", days("reply.Stopping", "UNDO"));
    says("lost.3", days("reply.Stopping", "UNDO"));
  }

  @Test
  void whatStandsBesideItIsKeptAsLongAsTheScheduleSays() {
    says("rest.1", schedule("door.inbox"), schedule("door.answer"));
    says("rest.2", schedule("ledger.reminder"));
    says("rest.3", schedule("ledger.attempt"));
    says("rest.4", schedule("ledger.contact_day"));
    says("rest.4", schedule("ledger.told"));
    Duration valid = setting("verification.CodeLimits", "termin.codes", "valid");
    says("rest.5", schedule("people.verification"), valid.toMinutes());
    says("rest.6", schedule("ledger.reply_seen"), schedule("ledger.reply_held"));
    says("rest.7", schedule("people.stopped"));
    says("erase.4", schedule("people.stopped"));
    says("rest.8", days("keys.StopLog", "KEPT_DAYS"));
  }

  @Test
  void anAnswerCanBeTakenBackAsLongAsThePageSays() {
    says("found.5", days("reply.Effects", "UNDO_DAYS"), 9);
  }

  @Test
  void keysAndTheProvidersCopiesGoWhenThePageSays() {
    long epoch = setting("epoch.EpochSettings", "termin.keys", "epoch").toDays();
    says("erase.2", epoch, 2 * epoch);
    Duration lastPoll = setting("settle.Patience", "termin.delivery", "lastPoll");
    says("erase.3", lastPoll.toDays());
  }
}
