package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.termin.testkit.Figures;
import org.termin.tracker.Door;

/** The table of {@code docs/security-requirements.md}, line by line, at the door. */
class RefusedRoutesTest {
  private final Door door = Door.shared();

  @Test
  void theInterfaceTakesAndRefusesWhatTheTableSays() throws IOException {
    List<String> page =
        Files.readAllLines(Figures.project().resolve("docs/security-requirements.md"));
    int from = page.indexOf("<!-- routes -->");
    List<String> lines = page.subList(from + 4, page.indexOf("<!-- end of routes -->") - 1);
    assertThat(lines).hasSizeGreaterThan(15);
    for (String line : lines) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      String value = cells.get(2).replace("`", "");
      Map<String, Object> whole = Requests.registration("+48512345678");
      whole.put(
          "contacts",
          List.of(Map.of("channel", value.contains("@") ? "email" : "sms", "value", value)));
      var answer = door.post("/api/v1/registrations", Door.json(whole));
      assertThat(answer.statusCode()).as(value).isEqualTo(cells.get(3).equals("taken") ? 201 : 400);
      assertThat(answer.body()).doesNotContain(value);
    }
  }
}
