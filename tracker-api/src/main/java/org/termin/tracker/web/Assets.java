package org.termin.tracker.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two files pages need beside themselves, and a word to search engines. */
@Controller
class Assets {
  private final byte[] style = read("assets/style.css");
  private final byte[] icon = read("assets/favicon.ico");

  @GetMapping("/style.css")
  ResponseEntity<byte[]> style() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
        .body(style);
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<byte[]> icon() {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("image/x-icon")).body(icon);
  }

  @GetMapping("/robots.txt")
  ResponseEntity<byte[]> robots() {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body("User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] read(String path) {
    try {
      return new ClassPathResource(path).getContentAsByteArray();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
