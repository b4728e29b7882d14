package org.termin.standalone.managed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority for one test, and what it has signed, made by the JDK's own keytool. */
record Certificates(Path folder) {
  private static final String STORE_WORD = "only-for-this-test";

  /** An authority, a server's certificate for localhost, and a client's. */
  static Certificates in(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    Certificates made = new Certificates(folder);
    made.keytool("ca", "-genkeypair", "-keyalg", "RSA", "-dname", "CN=Test CA", "-ext", "bc:c");
    made.keytool("ca", "-exportcert", "-rfc", "-file", made.authority().toString());
    made.issue("server", "san=dns:localhost");
    made.issue("client", "eku=clientAuth");
    return made;
  }

  private void issue(String name, String extension) throws IOException, GeneralSecurityException {
    Path request = folder.resolve(name + ".csr");
    keytool(name, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=" + name);
    keytool(name, "-certreq", "-file", request.toString());
    keytool(
        "ca",
        "-gencert",
        "-rfc",
        "-ext",
        extension,
        "-infile",
        request.toString(),
        "-outfile",
        certificate(name).toString());
    byte[] key = key(name);
    secret(folder.resolve(name + ".pk8"), key);
    secret(
        key(name, "key"),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(
                "PRIVATE KEY", Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key))
            .getBytes(StandardCharsets.US_ASCII));
    secret(
        folder.resolve(name + ".pem"),
        (Files.readString(key(name, "key")) + Files.readString(certificate(name)))
            .getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] key(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store(name))) {
      store.load(in, STORE_WORD.toCharArray());
    }
    Key key = store.getKey(name, STORE_WORD.toCharArray());
    return key.getEncoded();
  }

  private void keytool(String alias, String command, String... options) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.add(command);
    all.addAll(List.of("-alias", alias, "-keystore", store(alias).toString()));
    all.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_WORD));
    all.addAll(List.of(options));
    Path said = folder.resolve("keytool.log");
    try {
      Process process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As PostgreSQL demands of a key: for its owner alone. */
  static void secret(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  /** The authority's certificate, which clients trust. */
  Path authority() {
    return folder.resolve("ca.crt");
  }

  Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  /** A private key: {@code key} as text, {@code pk8} as bytes, {@code pem} with its certificate. */
  Path key(String name, String form) {
    return folder.resolve(name + "." + form);
  }
}
