package org.termin.tracker.fuzz;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an honest caller would put into a field of that name, whatever form or body it is in. */
final class GoodValues {
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          // of one zone each, because the zone is left out
          Map.entry("country", List.of("PL", "LT", "GE")),
          Map.entry("type", List.of("passport", "residence-permit")),
          Map.entry("sign", List.of("leaf", "boat")),
          Map.entry("wording", List.of("clear", "discreet")),
          Map.entry("language", List.of("be", "ru", "en", "pl", "lt")),
          Map.entry("community", List.of("MINSK-1")),
          Map.entry("join", List.of("MINSK-1")),
          Map.entry(
              "action",
              List.of(
                  "filed",
                  "done",
                  "refused",
                  "later",
                  "lost",
                  "pause",
                  "resume",
                  "sample",
                  "new-code")),
          Map.entry("reason", List.of("no-appointment", "too-early")),
          Map.entry("code", List.of("123456")),
          Map.entry("mail", List.of("hanna@example.org")),
          Map.entry("reminders", List.of("on")));

  /** Fields an honest caller may leave out, and here does. */
  private static final List<String> LEFT_OUT =
      List.of(
          "region",
          "ground",
          "alert",
          "number",
          "state",
          "on",
          "expired",
          "version",
          "codeWord",
          "zone");

  private final LocalDate today;

  GoodValues(LocalDate today) {
    this.today = today;
  }

  /** A body of that type: records are read for their fields, so a new body needs no word here. */
  @Nullable Object body(Type type, String name, Random random) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return IntStream.rangeClosed(1, name.equals("people") ? 2 : 1)
          .mapToObj(_ -> body(list.getActualTypeArguments()[0], name, random))
          .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }
    if (!(type instanceof Class<?> sort)) {
      return null;
    }
    if (!sort.isRecord()) {
      return LEFT_OUT.contains(name) ? null : value(sort, name, random);
    }
    if (LEFT_OUT.contains(name)) {
      return null;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    for (RecordComponent one : sort.getRecordComponents()) {
      body.put(one.getName(), body(one.getGenericType(), one.getName(), random));
    }
    if (body.containsKey("keep")) {
      // a contact is kept or given, not both
      body.replaceAll((field, value) -> field.equals("keep") ? value : null);
    }
    return body;
  }

  private @Nullable Object value(Class<?> sort, String name, Random random) {
    if (sort == Boolean.class || sort == boolean.class) {
      return true;
    }
    if (sort == Integer.class || sort == int.class) {
      return switch (name) {
        case "slot", "keep" -> 0;
        default -> 1;
      };
    }
    return sort == String.class ? text(name, random) : null;
  }

  /** By the field's name without the number of its row. */
  String text(String field, Random random) {
    String name = field.replaceAll("\\d+$", "");
    return switch (name) {
      case "phone", "value" -> "+4851%07d".formatted(2_000_000 + random.nextInt(1_000_000));
      case "channel" -> "sms";
      case "day" -> "14.03." + (today.getYear() + 2);
      case "lastValidDay" -> today.plusYears(2).toString();
      default -> TEXTS.containsKey(name) ? Payloads.one(TEXTS.get(name), random) : "";
    };
  }
}
