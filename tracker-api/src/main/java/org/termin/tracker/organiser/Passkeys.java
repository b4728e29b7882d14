package org.termin.tracker.organiser;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The public halves of passkeys. No label, and of time the day only: instants say who was when. */
@Component
class Passkeys implements UserCredentialRepository {
  private static final String COLUMNS =
      "select credential, handle, public_key, sign_count, attestation, transports,"
          + " backup_eligible, backed_up, day from organiser.passkey ";

  private final JdbcClient db;

  Passkeys(JdbcClient db) {
    this.db = db;
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return db.sql(COLUMNS + "where credential = ?")
        .param(credentialId.getBytes())
        .query((row, _) -> read(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return Handles.handle(userId).stream()
        .flatMap(
            handle ->
                db
                    .sql(COLUMNS + "where handle = ?")
                    .param(handle)
                    .query((row, _) -> read(row))
                    .list()
                    .stream())
        .toList();
  }

  private static CredentialRecord read(ResultSet row) throws SQLException {
    Instant day = row.getObject("day", LocalDate.class).atStartOfDay().toInstant(ZoneOffset.UTC);
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential")))
        .userEntityUserId(Handles.bytes(row.getObject("handle", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("sign_count"))
        .uvInitialized(true)
        .transports(transports(row.getString("transports")))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .label("")
        .created(day)
        .lastUsed(day)
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String text) {
    return Stream.of(text.split(","))
        .filter(one -> !one.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  /** A new passkey, or what using one changes. */
  @Override
  public void save(CredentialRecord passkey) {
    int known =
        db.sql("update organiser.passkey set sign_count = ?, backed_up = ? where credential = ?")
            .params(
                passkey.getSignatureCount(),
                passkey.isBackupState(),
                passkey.getCredentialId().getBytes())
            .update();
    if (known == 0) {
      insert(passkey);
    }
  }

  private void insert(CredentialRecord passkey) {
    Bytes attestation = Objects.requireNonNull(passkey.getAttestationObject(), "attestation");
    db.sql(
            """
            insert into organiser.passkey (credential, handle, public_key, sign_count, attestation,
                                           transports, backup_eligible, backed_up)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            passkey.getCredentialId().getBytes(),
            Handles.handle(passkey.getUserEntityUserId()).orElseThrow(),
            passkey.getPublicKey().getBytes(),
            passkey.getSignatureCount(),
            attestation.getBytes(),
            passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(",")),
            passkey.isBackupEligible(),
            passkey.isBackupState())
        .update();
  }

  @Override
  public void delete(Bytes credentialId) {
    throw new UnsupportedOperationException("a passkey goes with its handle");
  }
}
