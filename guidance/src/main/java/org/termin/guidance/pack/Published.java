package org.termin.guidance.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.termin.contract.words.Country;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole guidance as other organisations may use it: the packs as they stand in their files, as
 * JSON, under a hash of their content.
 */
public final class Published {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Map<String, JsonNode> countries = new TreeMap<>();
  private final byte[] set;
  private final String hash;

  /** These packs as their files say them, with the origin's facts and the generic texts. */
  public Published(Packs packs) {
    JsonNode origin = PackReader.read("packs/origin.yaml", JsonNode.class);
    packs
        .countries()
        .forEach((country, pack) -> countries.put(country.code(), pack.file().deepCopy()));
    ObjectNode set = JSON.createObjectNode();
    set.put("version", packs.version());
    set.put("planner", packs.planner());
    set.set("origin", origin);
    set.set("generic", PackReader.read("packs/generic.yaml", JsonNode.class));
    ObjectNode all = set.putObject("countries");
    countries.forEach(all::set);
    hash = "sha-256:" + sha256(JSON.writeValueAsString(JSON.treeToValue(set, Map.class)));
    set.put("hash", hash);
    set.set("schema", JSON.readTree(PackReader.text("packs/pack.schema.json")));
    this.set = JSON.writeValueAsBytes(set);
  }

  /** Everything: version, hash, schema, the origin's facts, generic texts, countries by code. */
  public byte[] set() {
    return set.clone();
  }

  /** One country's pack, if somebody has written one. */
  public Optional<JsonNode> of(Country country) {
    return Optional.ofNullable(countries.get(country.code()));
  }

  /** The same for the same content, whoever computes it: over keys in order, without blanks. */
  public String hash() {
    return hash;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
