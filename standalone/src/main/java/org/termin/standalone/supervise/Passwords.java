package org.termin.standalone.supervise;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.termin.database.Role;
import org.termin.embedded.PasswordFile;

/** The roles' random passwords and the callback secret, in files beside the keys. */
record Passwords(Path folder) {
  Path file(Role role) {
    return folder.resolve("postgres-" + role.login() + ".password");
  }

  Path callbackSecret() {
    return folder.resolve("callback.secret");
  }

  String of(Role role) {
    return PasswordFile.readOrMake(file(role));
  }

  Map<Role, String> all() {
    Map<Role, String> all = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      all.put(role, of(role));
    }
    PasswordFile.readOrMake(callbackSecret());
    return all;
  }
}
