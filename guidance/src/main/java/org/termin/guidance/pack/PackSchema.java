package org.termin.guidance.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The form a pack must have before anybody reads its meaning. */
final class PackSchema {
  private final Schema schema;

  private PackSchema(Schema schema) {
    this.schema = schema;
  }

  static PackSchema load() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return new PackSchema(
        registry.getSchema(PackReader.text("packs/pack.schema.json"), InputFormat.JSON));
  }

  /** Throws one sentence that names the file and every place that is wrong. */
  void check(String name, JsonNode pack) {
    List<String> errors = errors(pack);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(name + " is not a pack: " + String.join("; ", errors));
    }
  }

  List<String> errors(JsonNode pack) {
    return schema.validate(pack).stream().map(PackSchema::told).toList();
  }

  private static String told(Error error) {
    return error.getInstanceLocation() + " " + error.getMessage();
  }
}
