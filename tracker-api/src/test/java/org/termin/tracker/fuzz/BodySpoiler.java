package org.termin.tracker.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils the bytes of a body, the way they are sent, and the method they are sent with. */
final class BodySpoiler implements Spoiler {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "get",
          "@",
          "G@<>",
          "BREW");

  private static final byte[][] STRANGE = {
    {(byte) 0xff},
    {(byte) 0xc0, (byte) 0xaf},
    {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
    {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    {0},
    {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
    {(byte) 0xe2, (byte) 0x80, (byte) 0xae},
    {'%', 'z', 'z'},
    {'%'}
  };

  @Override
  public String spoil(Shot shot, Random random) {
    switch (random.nextInt(7)) {
      case 0 -> {
        String method = Payloads.one(METHODS, random);
        shot.method = Payloads.marked(method, shot);
        return "method " + method;
      }
      case 1, 2 -> {
        byte[] body = shot.body();
        int at = random.nextInt(body.length + 1);
        byte[] strange = STRANGE[random.nextInt(STRANGE.length)];
        var spoilt = new ByteArrayOutputStream();
        spoilt.writeBytes(Arrays.copyOf(body, at));
        spoilt.writeBytes(strange);
        spoilt.writeBytes(Arrays.copyOfRange(body, at, body.length));
        shot.raw = spoilt.toByteArray();
        return "strange bytes in the body";
      }
      case 3 -> {
        byte[] body = shot.body();
        shot.raw = Arrays.copyOf(body, random.nextInt(body.length + 1));
        return "half a body";
      }
      case 4 -> {
        int size = List.of(2_400, 2_501, 16_000, 16_385, 40_000).get(random.nextInt(5));
        var large = new ByteArrayOutputStream();
        large.writeBytes(shot.body());
        large.writeBytes(("&" + shot.mark() + "=").getBytes(StandardCharsets.UTF_8));
        large.writeBytes("a".repeat(size).getBytes(StandardCharsets.UTF_8));
        shot.raw = large.toByteArray();
        return "a body of " + size;
      }
      default -> {
        Shot.Framing[] all = Shot.Framing.values();
        shot.framing = all[1 + random.nextInt(all.length - 1)];
        return "sent " + shot.framing;
      }
    }
  }
}
