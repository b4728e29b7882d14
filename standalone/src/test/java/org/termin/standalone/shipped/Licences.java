package org.termin.standalone.shipped;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The list of {@code build/licences.yaml}: what may ship. */
record Licences(Set<String> allowed, Map<String, String> called, Map<String, String> chosen) {
  Licences {
    allowed = Set.copyOf(allowed);
    called = Map.copyOf(called);
    chosen = Map.copyOf(chosen);
  }

  static Licences in(Path file) {
    return new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {});
  }

  /** Under which one a library ships, or nothing if it must not. */
  Optional<String> of(Library library) {
    List<String> offered = offered(library);
    String choice = chosen.get(library.artifact());
    if (choice != null) {
      return Optional.of(choice).filter(one -> offered.contains(one) && allowed.contains(one));
    }
    // of several, nobody knows whether they all bind: somebody has to read it and choose
    return offered.stream().filter(one -> offered.size() == 1 && allowed.contains(one)).findFirst();
  }

  /** One line for each library that must not ship, and for each choice that nothing needs. */
  List<String> complaints(Collection<Library> libraries) {
    List<String> complaints = new ArrayList<>();
    Set<String> idle = new TreeSet<>(chosen.keySet());
    for (Library library : libraries) {
      if (of(library).isEmpty()) {
        complaints.add(library.artifact() + " " + library.version() + ": " + offered(library));
      }
      idle.remove(library.artifact());
    }
    idle.forEach(artifact -> complaints.add(artifact + ": chosen, but does not ship"));
    return complaints;
  }

  private List<String> offered(Library library) {
    return library.licences().stream().map(name -> called.getOrDefault(name, name)).toList();
  }
}
