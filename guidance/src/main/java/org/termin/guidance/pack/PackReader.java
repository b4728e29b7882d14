package org.termin.guidance.pack;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Unblock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads closed YAML: a field nobody knows is an error, a list left out is empty. */
public final class PackReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .withConfigOverride(
              List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .withConfigOverride(
              Map.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .addModule(
              new SimpleModule()
                  .addDeserializer(Confidence.class, new Kebab<>(Confidence.class))
                  .addDeserializer(Certainty.class, new Kebab<>(Certainty.class))
                  .addDeserializer(Processing.Kind.class, new Kebab<>(Processing.Kind.class))
                  .addDeserializer(Stay.class, new Kebab<>(Stay.class))
                  .addDeserializer(Unblock.class, new Kebab<>(Unblock.class))
                  .addDeserializer(Substitution.Edge.class, new Kebab<>(Substitution.Edge.class))
                  .addDeserializer(PackFile.Kind.class, new Kebab<>(PackFile.Kind.class))
                  .addDeserializer(PackFile.When.class, new Kebab<>(PackFile.When.class)))
          .build();

  private static final JsonMapper JSON = new JsonMapper();

  private PackReader() {}

  /** One resource of the class path as this type, or one sentence why not. */
  public static <T> T read(String resource, Class<T> type) {
    return parse(resource, text(resource), type);
  }

  /** A text as this type, or one sentence that names it and says why not. */
  static <T> T parse(String name, String yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(name + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** JSON as a tree, or one sentence that names it and says why not. */
  static JsonNode parse(String name, byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalStateException(name + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** A part of something that was read before, as this type; throws one sentence why not. */
  static <T> T part(String name, JsonNode node, Class<T> type) {
    try {
      return YAML.treeToValue(node, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(name + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether the class path has this resource. */
  public static boolean exists(String resource) {
    return PackReader.class.getResource("/" + resource) != null;
  }

  /** A resource as text. */
  public static String text(String resource) {
    try (InputStream in = PackReader.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Kebab<E extends Enum<E>> extends StdScalarDeserializer<E> {
    private final Class<E> words;

    Kebab(Class<E> words) {
      super(words);
      this.words = words;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) {
      String word = parser.getString();
      try {
        return Enum.valueOf(words, word.replace('-', '_').toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(words, "unknown word %s", word);
      }
    }
  }
}
