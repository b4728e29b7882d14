package org.termin.standalone.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jar of one module.
 *
 * @param jars what it carries, by name, with the SHA-256 of its bytes
 * @param bill what its bill of materials lists
 */
record Program(String module, Map<String, String> jars, List<Library> bill) {
  private static final String BILL = "META-INF/sbom/application.cdx.json";
  private static final String INSIDE = "BOOT-INF/lib/";

  Program {
    jars = Map.copyOf(jars);
    bill = List.copyOf(bill);
  }

  static Program read(Path project, String module) {
    Path path = path(project, module);
    try (JarFile jar = new JarFile(path.toFile())) {
      return new Program(module, carried(jar, path.getParent()), bill(jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(Path project, String module) {
    return project.resolve(module + "/target/" + module + "-0.1.0.jar");
  }

  /** What it both lists and carries; a starter is listed and carries nothing. */
  List<Library> libraries() {
    return bill.stream().filter(one -> jars.containsKey(one.file())).toList();
  }

  /** What is in the jar, and what its manifest expects beside it. */
  private static Map<String, String> carried(JarFile jar, Path folder) throws IOException {
    Map<String, String> jars = new TreeMap<>();
    for (ZipEntry entry : jar.stream().toList()) {
      if (entry.getName().startsWith(INSIDE) && !entry.isDirectory()) {
        try (InputStream bytes = jar.getInputStream(entry)) {
          jars.put(entry.getName().substring(INSIDE.length()), sha256(bytes));
        }
      }
    }
    String beside = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    for (String name : beside == null ? new String[0] : beside.split(" ")) {
      Path file = folder.resolve(name);
      try (InputStream bytes = Files.newInputStream(file)) {
        jars.put(file.getFileName().toString(), sha256(bytes));
      }
    }
    return jars;
  }

  private static List<Library> bill(JarFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(BILL);
    if (entry == null) {
      throw new AssertionError(jar.getName() + " has no " + BILL);
    }
    try (InputStream bytes = jar.getInputStream(entry)) {
      JsonNode components = JsonMapper.shared().readTree(bytes).path("components");
      return StreamSupport.stream(components.spliterator(), false).map(Library::of).toList();
    }
  }

  private static String sha256(InputStream bytes) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
