package org.termin.tracker.organiser;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An organiser whose passkey was checked, as the security filters know one. */
final class PasskeyAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final UUID handle;
  private final transient @Nullable Organiser organiser;

  private PasskeyAuthentication(UUID handle, @Nullable Organiser organiser, String... roles) {
    super(AuthorityUtils.createAuthorityList(roles));
    this.handle = handle;
    this.organiser = organiser;
    setAuthenticated(true);
  }

  static PasskeyAuthentication of(Organiser organiser) {
    return new PasskeyAuthentication(organiser.handle(), organiser, organiser.role().name());
  }

  /** Somebody who is about to make a passkey for this handle; may do nothing. */
  static PasskeyAuthentication ofNewcomer(UUID handle) {
    return new PasskeyAuthentication(handle, null);
  }

  @Override
  public @Nullable Organiser getPrincipal() {
    return organiser;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return handle.toString();
  }
}
