package org.termin.tracker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils the fields of a form or of a JSON body, while the rest stays as it should be. */
final class FieldSpoiler implements Spoiler {
  private static final List<String> WHOLE =
      List.of("", "{", "[]", "null", "\"@\"", "{}@", "{\"@\":1}", "[[[[{}]]]]", "/*@*/{}", "NaN");

  @Override
  public String spoil(Shot shot, Random random) {
    if (shot.raw != null) {
      return "";
    }
    if (shot.form != null) {
      return form(shot, shot.form, random);
    }
    Map<String, Object> object = shot.object();
    return object == null ? "" : json(shot, object, random);
  }

  private static String form(Shot shot, List<Shot.Pair> form, Random random) {
    if (form.isEmpty()) {
      form.add(new Shot.Pair(shot.mark(), shot.mark()));
      return "a field nobody knows";
    }
    int at = random.nextInt(form.size());
    Shot.Pair old = form.get(at);
    switch (random.nextInt(10)) {
      case 0 -> form.remove(at);
      case 1 -> form.add(old);
      case 2 -> form.add(new Shot.Pair(Payloads.text(shot, random), Payloads.text(shot, random)));
      case 3 -> form.add(new Shot.Pair(other(random), Payloads.text(shot, random)));
      case 4 -> form.set(at, new Shot.Pair(old.name() + "[]", old.value()));
      case 5 -> form.addAll(java.util.Collections.nCopies(1_100, new Shot.Pair("a", "")));
      default -> form.set(at, new Shot.Pair(old.name(), Payloads.text(shot, random)));
    }
    return "field " + old.name();
  }

  /** A field some form of ours has, though perhaps not this one. */
  private static String other(Random random) {
    List<String> names =
        List.of("who", "type", "day", "expired", "gone", "number", "state", "on", "sign", "was");
    List<String> plain =
        List.of("more", "zone", "added", "contact0", "drop0", "drop1", "codeWord", "slot", "t");
    return random.nextInt(3) == 0
        ? Payloads.one(plain, random)
        : Payloads.one(names, random) + random.nextInt(13);
  }

  private static String json(Shot shot, Map<String, Object> object, Random random) {
    if (object.isEmpty() || random.nextInt(25) == 0) {
      shot.json = new Encoded.Raw(Payloads.marked(Payloads.one(WHOLE, random), shot));
      return "another body altogether";
    }
    List<Slot> slots = new ArrayList<>();
    gather(object, slots);
    Slot slot = Payloads.one(slots, random);
    switch (random.nextInt(10)) {
      case 0 -> slot.parent().remove(slot.key());
      case 1 -> slot.parent().put(random.nextBoolean() ? shot.mark() : "name", slot.value());
      case 2 -> slot.put(new Encoded.Raw(twice(slot)));
      case 3 -> slot.put(deep(shot, random));
      case 4, 5 -> slot.put(Payloads.number(random));
      case 6 -> slot.put(list(slot, random));
      default -> slot.put(Payloads.text(shot, random));
    }
    return "field " + slot.key();
  }

  private record Slot(Map<String, Object> parent, String key, @Nullable Object value) {
    void put(@Nullable Object other) {
      parent.put(key, other);
    }
  }

  @SuppressWarnings("unchecked")
  private static void gather(@Nullable Object value, List<Slot> slots) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> one : map.entrySet()) {
        slots.add(new Slot((Map<String, Object>) map, (String) one.getKey(), one.getValue()));
        gather(one.getValue(), slots);
      }
    } else if (value instanceof List<?> list) {
      list.forEach(one -> gather(one, slots));
    }
  }

  private static String twice(Slot slot) {
    String value = Encoded.json(slot.value());
    return value + "," + Encoded.json(slot.key()) + ":" + value;
  }

  private static Encoded.Raw deep(Shot shot, Random random) {
    int depth = random.nextBoolean() ? 20 : 2_000;
    boolean list = random.nextBoolean();
    return new Encoded.Raw(
        (list ? "[" : "{\"a\":").repeat(depth)
            + "\""
            + shot.mark()
            + "\""
            + (list ? "]" : "}").repeat(depth));
  }

  /** Empty, holding nothing, or holding the same again and again. */
  private static List<Object> list(Slot slot, Random random) {
    List<Object> list = new ArrayList<>();
    if (slot.value() instanceof List<?> before) {
      list.addAll(before);
    } else {
      list.add(slot.value());
    }
    switch (random.nextInt(4)) {
      case 0 -> list.clear();
      case 1 -> list.add(null);
      case 2 -> list.addAll(new ArrayList<>(list));
      default -> {
        Object first = list.isEmpty() ? null : list.getFirst();
        for (int i = 0; i < 11 + random.nextInt(4); i++) {
          list.add(first);
        }
      }
    }
    return list;
  }
}
