package org.termin.tracker.wave;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was met at offices, for programs. */
@RestController
@Tag(name = "waves")
class ReportsController {
  private final ReleasedReports released;

  ReportsController(ReleasedReports released) {
    this.released = released;
  }

  @GetMapping("/api/v1/waves/reports")
  @Operation(
      summary = "What many households met at offices in twelve months, by country and reason")
  List<Report> reports() {
    return released.all();
  }
}
