package org.termin.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.ReminderState;

class EventJsonTest {

  private static final UUID REMINDER = UUID.fromString("9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22");

  /** An event and the name of its golden file and schema. */
  record Golden(String name, Event event) {
    byte[] file() {
      return resource("/events/v1/" + name + ".json");
    }

    Schema schema() {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(resource("/schemas/v1/" + name + ".json")));
    }
  }

  static Stream<Golden> golden() {
    return Stream.of(
        new Golden(
            "inbox-hint", new InboxHint(UUID.fromString("1f0f3c1e-6a0b-4a49-9c4e-0d5b4c6f7a11"))),
        new Golden("expiry-due", new ExpiryDue(REMINDER, 3)),
        new Golden("delivery-changed", new DeliveryChanged(REMINDER, ReminderState.DELIVERED)));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void anEventIsWrittenAsItsGoldenFile(Golden golden) {
    assertThat(text(EventJson.write(golden.event()))).isEqualTo(text(golden.file()));
    assertThat(golden.file()).hasSizeLessThanOrEqualTo(EventJson.MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aGoldenFileReadsBack(Golden golden) {
    assertThat(read(golden, text(golden.file()))).isEqualTo(golden.event());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aGoldenFileValidates(Golden golden) {
    assertThat(golden.schema().validate(text(golden.file()), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void anUnknownFieldIsRefusedByTheSchemaAndIgnoredByReaders(Golden golden) {
    String extended = text(golden.file()).replace("}", ",\"country\":\"PL\"}");

    assertThat(golden.schema().validate(extended, InputFormat.JSON)).isNotEmpty();
    assertThat(read(golden, extended)).isEqualTo(golden.event());
  }

  @ParameterizedTest
  @EnumSource(ReminderState.class)
  void theSchemaKnowsEveryState(ReminderState state) {
    Golden golden = new Golden("delivery-changed", new DeliveryChanged(REMINDER, state));

    assertThat(golden.schema().validate(text(EventJson.write(golden.event())), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"reminderId\":\"no\",\"turn\":1}",
        "{\"reminderId\":\"9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22\"}",
        "{\"reminderId\":\"9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22\",\"turn\":0}",
        "{\"reminderId\":\"9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22\",\"turn\":\"1\"}",
        "{\"reminderId\":\"9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22\",\"turn\":1.5}",
        "{\"reminderId\":\"9b2d3a54-7f1c-4e0a-8d55-2f6b1c0e9d22\",\"turn\":99999999999}"
      })
  void rubbishIsNoEvent(String json) {
    assertThat(EventJson.read(ExpiryDue.class, bytes(json))).isEmpty();
    assertThat(EventJson.read(ExpiryDue.class, new byte[301])).isEmpty();
  }

  @Test
  void headersAreThoseOfCloudEventsWithoutATime() {
    assertThat(CloudEventHeaders.of(new ExpiryDue(REMINDER, 3)))
        .hasSize(4)
        .hasEntrySatisfying("ce_id", id -> assertThat(text(id)).isEqualTo(REMINDER + "/3"))
        .hasEntrySatisfying(
            "ce_source", source -> assertThat(text(source)).isEqualTo("/termin/scheduler"))
        .hasEntrySatisfying(
            "ce_type", type -> assertThat(text(type)).isEqualTo("org.termin.expiry-due.v1"))
        .hasEntrySatisfying(
            "ce_specversion", version -> assertThat(text(version)).isEqualTo("1.0"));
  }

  @Test
  void theTimestampIsTheStartOfTheUtcDay() {
    assertThat(Topics.timestamp(Instant.parse("2026-11-21T23:59:59.999Z")))
        .isEqualTo(Instant.parse("2026-11-21T00:00:00Z").toEpochMilli());
  }

  private static Event read(Golden golden, String json) {
    return EventJson.read(golden.event().getClass(), bytes(json)).orElseThrow();
  }

  private static byte[] resource(String path) {
    try (InputStream in = EventJsonTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
