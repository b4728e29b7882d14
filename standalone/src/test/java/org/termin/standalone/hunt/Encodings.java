package org.termin.standalone.hunt;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The ways in which programs write a value down. */
final class Encodings {
  private Encodings() {}

  /** Every spelling of a text that differs from the others, by the encoding's name. */
  static Map<String, byte[]> of(String text) {
    Map<String, byte[]> all = new LinkedHashMap<>(of(text.getBytes(StandardCharsets.UTF_8)));
    all.put("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
    all.put("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
    String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
    put(all, "URL", url);
    put(all, "URL, %20", url.replace("+", "%20"));
    put(all, "url", lowerEscapes(url));
    put(all, "URL, @ kept", url.replace("%40", "@"));
    put(all, "JSON", escaped(text, c -> c > 126, "\\u%04x"::formatted));
    put(all, "JSON, upper case", escaped(text, c -> c > 126, "\\u%04X"::formatted));
    put(all, "JSON, signs too", escaped(text, Encodings::isSign, "\\u%04X"::formatted));
    put(all, "JSON, slashes", text.replace("/", "\\/"));
    put(all, "HTML", escaped(text, Encodings::isSign, "&#%d;"::formatted));
    put(all, "HTML, hex", escaped(text, Encodings::isSign, "&#x%x;"::formatted));
    put(all, "quoted-printable", bytes(text, "=%02X"::formatted));
    put(all, "octal", bytes(text, n -> "\\" + Integer.toOctalString(n)));
    all.values().removeIf(bytes -> bytes.length == 0);
    return distinct(all);
  }

  /** The same for bytes that are no text. */
  static Map<String, byte[]> of(byte[] value) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("plain", value);
    put(all, "hex", HexFormat.of().formatHex(value));
    put(all, "HEX", HexFormat.of().withUpperCase().formatHex(value));
    put(all, "hex, spaced", HexFormat.ofDelimiter(" ").formatHex(value));
    for (int before = 0; before < 3; before++) {
      put(all, "base64 +" + before, base64(Base64.getEncoder(), value, before));
      put(all, "base64url +" + before, base64(Base64.getUrlEncoder(), value, before));
    }
    return distinct(all);
  }

  static byte[] sha256(byte[] value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What base64 shows of a value, whatever stands around it, after so many bytes of a group. */
  private static String base64(Base64.Encoder encoder, byte[] value, int before) {
    byte[] shifted = new byte[before + value.length];
    System.arraycopy(value, 0, shifted, before, value.length);
    int first = (before * 8 + 5) / 6;
    int end = shifted.length * 8 / 6;
    return encoder.encodeToString(shifted).substring(first, Math.max(first, end));
  }

  private static boolean isSign(int c) {
    return !Character.isLetterOrDigit(c) && c != ' ' || c > 126;
  }

  private static String escaped(
      String text, java.util.function.IntPredicate which, IntFunction<String> how) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(which.test(c) ? how.apply(c) : (char) c));
    return out.toString();
  }

  private static String bytes(String text, IntFunction<String> how) {
    StringBuilder out = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(one < 0 || one == '=' ? how.apply(one & 0xff) : (char) one);
    }
    return out.toString();
  }

  private static String lowerEscapes(String url) {
    return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
        .matcher(url)
        .replaceAll(found -> found.group().toLowerCase(java.util.Locale.ROOT));
  }

  private static void put(Map<String, byte[]> all, String name, String text) {
    all.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> distinct(Map<String, byte[]> all) {
    java.util.Set<String> seen = new java.util.HashSet<>();
    all.values().removeIf(bytes -> !seen.add(HexFormat.of().formatHex(bytes)));
    return all;
  }
}
