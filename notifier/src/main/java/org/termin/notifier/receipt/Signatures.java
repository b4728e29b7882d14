package org.termin.notifier.receipt;

import com.twilio.security.RequestValidator;
import java.util.List;

/**
 * Whether the provider itself signed a report, under any of the tokens in use while they rotate.
 */
public final class Signatures {

  private final List<RequestValidator> validators;

  public Signatures(List<String> authTokens) {
    this.validators = authTokens.stream().map(RequestValidator::new).toList();
  }

  boolean accept(String url, Form form, String signature) {
    return validators.stream()
        .anyMatch(validator -> validator.validate(url, form.fields(), signature));
  }

  @Override
  public String toString() {
    return "Signatures[…]";
  }
}
