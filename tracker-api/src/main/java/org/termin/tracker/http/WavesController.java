package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.tracker.http.ReleasedWaves.Wave;

/** The newest release of waves for programs. */
@RestController
@Tag(name = "waves")
class WavesController {
  private final ReleasedWaves released;

  WavesController(ReleasedWaves released) {
    this.released = released;
  }

  @GetMapping("/api/v1/waves")
  @Operation(summary = "Coming expiry waves by country, document and period; empty until released")
  List<Wave> waves() {
    return released.waves();
  }
}
