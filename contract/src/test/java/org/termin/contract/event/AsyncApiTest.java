package org.termin.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.ReminderState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published description says what the code does. */
class AsyncApiTest {

  private static final Path DOCUMENT = document();
  private static final JsonNode API = read();

  static Stream<Event> events() {
    UUID id = UUID.randomUUID();
    return Stream.of(
        new InboxHint(id), new ExpiryDue(id, 1), new DeliveryChanged(id, ReminderState.ACCEPTED));
  }

  @Test
  void itNamesEveryTopic() {
    Stream<String> read = Stream.of(Topics.REGISTRATIONS, Topics.EXPIRY_EVENTS);

    assertThat(channels().map(channel -> channel.get("address").asString()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Topics.ALL.stream(), read.map(Topics::deadLetters)).toList());
  }

  @Test
  void itGivesTheirPartitionsAndRetention() {
    channels()
        .forEach(
            channel -> {
              JsonNode kafka = channel.at("/bindings/kafka");
              boolean dead = channel.get("address").asString().endsWith(Topics.DEAD_LETTER_SUFFIX);
              assertThat(kafka.get("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
              assertThat(kafka.at("/topicConfiguration/retention.ms").asLong())
                  .isEqualTo((dead ? Topics.DEAD_LETTER_RETENTION : Topics.RETENTION).toMillis());
            });
  }

  @ParameterizedTest
  @MethodSource("events")
  void itDescribesEveryEvent(Event event) throws IOException {
    JsonNode channel =
        channels()
            .filter(node -> node.get("address").asString().equals(Topics.of(event)))
            .findFirst()
            .orElseThrow();
    List<String> refs = channel.get("messages").values().stream().map(AsyncApiTest::ref).toList();
    assertThat(refs).hasSize(1);
    JsonNode message = API.at(refs.getFirst().substring(1));
    assertThat(message.get("name").asString()).isEqualTo(CloudEventHeaders.type(event));

    Path schema = DOCUMENT.resolveSibling(ref(message.get("payload"))).normalize();
    JsonNode properties = JsonMapper.shared().readTree(Files.readString(schema)).get("properties");
    Map<String, Object> written =
        JsonMapper.shared().readerForMapOf(Object.class).readValue(EventJson.write(event));
    assertThat(properties.propertyNames()).containsExactlyInAnyOrderElementsOf(written.keySet());
  }

  @Test
  void itNamesExactlyTheHeadersWeWrite() {
    JsonNode headers = API.at("/components/messageTraits/cloudEvent/headers/properties");

    events()
        .forEach(
            event ->
                assertThat(headers.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(CloudEventHeaders.of(event).keySet()));
  }

  private static String ref(JsonNode node) {
    return node.get("$ref").asString();
  }

  private static Stream<JsonNode> channels() {
    return API.get("channels").values().stream();
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Files.readString(DOCUMENT));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Tests run in the module's folder or in the repository's. */
  private static Path document() {
    Path here = Path.of("docs/asyncapi.yaml");
    return Files.exists(here) ? here : Path.of("../docs/asyncapi.yaml");
  }
}
