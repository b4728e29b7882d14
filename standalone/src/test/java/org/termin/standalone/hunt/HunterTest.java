package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.ReceiptCode;

/** The hunter finds whatever is planted, however it is written; else its zeroes say nothing. */
class HunterTest {
  private static final String RECEIPT = ReceiptCode.random().display();
  private static final Map<String, Canary> CANARIES =
      Map.of(
          "+48512777001",
          Canary.phone("phone", "+48512777001"),
          "Kanarek.7@Example.org",
          Canary.mail("mail", "Kanarek.7@Example.org"),
          "2034-08-23",
          Canary.day("day", LocalDate.of(2034, 8, 23)),
          "круглы плюшч",
          Canary.text("code word", "круглы плюшч"),
          RECEIPT,
          Canary.receipt("receipt", RECEIPT),
          "203.0.113.77",
          Canary.text("address", "203.0.113.77"));

  @TempDir Path folder;

  @Test
  void findsEveryEncodingOfEveryCanaryInABinaryFileAndInALog() throws IOException {
    byte[] noise = new byte[3_000];
    new Random(7).nextBytes(noise);
    int planted = 0;
    for (var canary : CANARIES.entrySet()) {
      for (var encoding : Encodings.of(canary.getKey()).entrySet()) {
        Path place = Files.createDirectories(folder.resolve(Integer.toString(planted)));
        byte[] bytes = encoding.getValue();
        Files.write(place.resolve("16384"), joined(noise, bytes, noise));
        Files.write(
            place.resolve("notifier.log"),
            joined("DEBUG sent to [".getBytes(StandardCharsets.UTF_8), bytes, new byte[] {']'}));
        Hunter hunter = new Hunter(List.of(canary.getValue()));
        hunter.folder("data folder", place, ".log");
        assertThat(hunter.hits())
            .as("%s", encoding.getKey())
            .anyMatch(hit -> hit.contains("16384"))
            .anyMatch(hit -> hit.contains("notifier.log"));
        planted++;
      }
    }
    assertThat(planted).isGreaterThan(70);
  }

  @Test
  void findsBase64WhateverStandsBeforeTheValue() {
    for (int before = 0; before < 6; before++) {
      String whole = "x".repeat(before) + "+48512777001, and more";
      for (var encoder : List.of(java.util.Base64.getEncoder(), java.util.Base64.getUrlEncoder())) {
        byte[] encoded = encoder.encode(whole.getBytes(StandardCharsets.UTF_8));
        assertThat(hits(Canary.phone("phone", "+48512777001"), encoded, false)).isNotEmpty();
      }
    }
  }

  @Test
  void findsHashesAndProofsThatAnybodyCouldRecompute() {
    byte[] hash = Encodings.sha256("+48512777001".getBytes(StandardCharsets.UTF_8));
    assertThat(hits(Canary.phone("phone", "+48512777001"), hash, false)).isNotEmpty();
    ReceiptCode code = ReceiptCode.parse(RECEIPT).orElseThrow();
    assertThat(hits(Canary.receipt("receipt", RECEIPT), code.proof().bytes(), false)).isNotEmpty();
  }

  @Test
  void findsWhatLiesAcrossTheBordersOfItsBuffer() {
    int chunk = 1 << 20;
    List<Integer> missed = new ArrayList<>();
    for (int at = chunk - 20; at <= chunk + 5; at++) {
      byte[] bytes = new byte[chunk + 40];
      byte[] canary = " 340823 ".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(canary, 0, bytes, at, canary.length);
      if (hits(Canary.day("day", LocalDate.of(2034, 8, 23)), bytes, true).isEmpty()) {
        missed.add(at);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void takesSixDigitsForACodeOnlyWhereTheyStandAloneInText() {
    Canary code = Canary.code("code", "271828", "Ваш код 271828 для Termin");
    assertThat(hits(code, bytes("typed [271828]"), true)).isNotEmpty();
    assertThat(hits(code, bytes("typed 271 828"), true)).isNotEmpty();
    assertThat(hits(code, bytes("took 3.271828 s, 92718281 bytes, a271828f"), true)).isEmpty();
    assertThat(hits(code, bytes("\u0001271828\u0001"), false)).isEmpty();
    assertThat(hits(code, bytes("\u0001Ваш код 271828 для"), false)).isNotEmpty();
  }

  @Test
  void staysSilentInNoiseAndNeverPrintsWhatItLooksFor() {
    byte[] noise = new byte[20_000_000];
    new Random(11).nextBytes(noise);
    Hunter hunter = new Hunter(CANARIES.values());
    hunter.bytes("noise", "noise", noise, false);
    assertThat(hunter.hits()).isEmpty();
    hunter.text("planted", "file", String.join(" ", CANARIES.keySet()));
    assertThat(hunter.hits()).isNotEmpty();
    CANARIES
        .keySet()
        .forEach(
            value -> assertThat(hunter.hits().toString() + hunter.table()).doesNotContain(value));
  }

  private static List<String> hits(Canary canary, byte[] bytes, boolean text) {
    Hunter hunter = new Hunter(List.of(canary));
    hunter.bytes("place", "name", bytes, text);
    return hunter.hits();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
