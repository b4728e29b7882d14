package org.termin.standalone.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How one service's process is started; its environment may hold secrets. */
public record Launch(List<String> command, Map<String, String> environment) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The same with more environment. */
  public Launch with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Launch(command, all);
  }

  @Override
  public String toString() {
    return "Launch[…]";
  }
}
