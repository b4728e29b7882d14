package org.termin.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON. Readers ignore fields they do not know; writers have no way to add any. */
public final class EventJson {

  /** No record is larger; a larger one is not ours. */
  public static final int MOST_BYTES = 300;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventJson() {}

  /** The record's value. */
  public static byte[] write(Event event) {
    return JSON.writeValueAsBytes(event);
  }

  /** The event of that topic, or nothing if these bytes are not one. */
  public static <E extends Event> Optional<E> read(Class<E> type, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(bytes, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
