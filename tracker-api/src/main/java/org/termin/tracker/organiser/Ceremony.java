package org.termin.tracker.organiser;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.organiser.PasskeyAddress;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.organiser.Audit.Deed;

/** What is asked of an authenticator, and what its answer lets somebody do. */
@Component
class Ceremony {
  private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);

  private final Organisers organisers;
  private final Invitations invitations;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Webauthn4JRelyingPartyOperations passkeys;

  Ceremony(
      Organisers organisers,
      Invitations invitations,
      Audit audit,
      TransactionTemplate transaction,
      Passkeys stored,
      PasskeyAddress site) {
    this.organisers = organisers;
    this.invitations = invitations;
    this.audit = audit;
    this.transaction = transaction;
    this.passkeys =
        new Webauthn4JRelyingPartyOperations(
            new Handles(),
            stored,
            PublicKeyCredentialRpEntity.builder().id(site.name()).name("Termin").build(),
            Set.of(site.origin()));
    passkeys.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    passkeys.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
  }

  PublicKeyCredentialRequestOptions askToSignIn() {
    return passkeys.createCredentialRequestOptions(
        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
  }

  /** The organiser whose passkey answered; nothing where any part of it is not right. */
  Optional<Organiser> signIn(
      PublicKeyCredentialRequestOptions asked,
      PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
    return checked(
        () -> {
          var entity = passkeys.authenticate(new RelyingPartyAuthenticationRequest(asked, answer));
          return Handles.handle(entity.getId())
              .flatMap(organisers::active)
              .map(
                  one -> {
                    audit.note(one.handle(), one.community(), Deed.SIGNED_IN, null);
                    return one;
                  });
        });
  }

  /** The question to somebody with a link that opens something. */
  Optional<PublicKeyCredentialCreationOptions> askToEnrol(Secret link, UUID handle) {
    return invitations
        .usable(link.hash())
        .map(
            _ ->
                passkeys.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        PasskeyAuthentication.ofNewcomer(handle))));
  }

  /** The new organiser; the link is used up in the same step, or nothing happened at all. */
  Optional<Organiser> enrol(
      Seat.Enrolling seat, PublicKeyCredential<AuthenticatorAttestationResponse> answer) {
    return checked(
        () ->
            invitations
                .take(seat.link().hash())
                .map(
                    invitation -> {
                      var newcomer =
                          new Organiser(seat.handle(), invitation.community(), invitation.role());
                      organisers.add(newcomer, invitation.founding() == null);
                      passkeys.registerCredential(
                          new ImmutableRelyingPartyRegistrationRequest(
                              seat.asked(), new RelyingPartyPublicKey(answer, "")));
                      invitations.use(invitation, newcomer.handle());
                      audit.note(
                          newcomer.handle(), newcomer.community(), Deed.ENROLLED, invitation.id());
                      return newcomer;
                    }));
  }

  private interface Step {
    Optional<Organiser> take();
  }

  /** What the library refuses it throws, with values in the text: only its kind is written down. */
  private Optional<Organiser> checked(Step step) {
    try {
      return transaction.execute(_ -> step.take());
    } catch (RuntimeException refused) {
      LOG.info("a passkey was refused ({})", refused.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
