package org.termin.tracker.wave;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest release of waves for programs and spreadsheets. */
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

  @GetMapping(value = "/api/v1/waves.csv", produces = WaveFile.TYPE)
  @Operation(summary = "The same as a table for spreadsheets")
  String table() {
    return WaveFile.csv(released.waves());
  }
}
