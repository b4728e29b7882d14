package org.termin.tracker.organiser;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** To an authenticator an organiser is the handle and nothing else; there is nothing to store. */
final class Handles implements PublicKeyCredentialUserEntityRepository {
  private static final int BYTES = 16;
  private static final Pattern GROUPS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

  static Bytes bytes(UUID handle) {
    return new Bytes(
        ByteBuffer.allocate(BYTES)
            .putLong(handle.getMostSignificantBits())
            .putLong(handle.getLeastSignificantBits())
            .array());
  }

  static Optional<UUID> handle(Bytes id) {
    String hex = HexFormat.of().formatHex(id.getBytes());
    return hex.length() == 2 * BYTES
        ? Optional.of(UUID.fromString(GROUPS.matcher(hex).replaceFirst("$1-$2-$3-$4-$5")))
        : Optional.empty();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return handle(id).map(handle -> entity(handle, id)).orElse(null);
  }

  @Override
  public PublicKeyCredentialUserEntity findByUsername(String username) {
    UUID handle = UUID.fromString(username);
    return entity(handle, bytes(handle));
  }

  private static PublicKeyCredentialUserEntity entity(UUID handle, Bytes id) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(id)
        .name(handle.toString())
        .displayName(handle.toString())
        .build();
  }

  @Override
  public void save(PublicKeyCredentialUserEntity userEntity) {
    throw new UnsupportedOperationException("a handle is its own record");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("a handle is its own record");
  }
}
