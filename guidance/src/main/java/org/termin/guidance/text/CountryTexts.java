package org.termin.guidance.text;

import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;

/** The texts of one country, completed by what is said where nothing is known. */
record CountryTexts(PackTexts own, PackTexts generic) {
  static final String GENERIC = "generic";

  /** The sentences of the route a document is on. */
  PackTexts.RouteTexts route(Told told) {
    PackTexts.RouteTexts route = own.routes().get(told.slot().route());
    if (route == null) {
      route = generic.routes().get(GENERIC);
    }
    if (route == null) {
      throw new IllegalStateException("the generic texts are missing");
    }
    return route;
  }

  /** A human being to turn to, in one line. */
  @Nullable LocalText help() {
    PackTexts.Help help = own.help() == null ? generic.help() : own.help();
    return help == null ? null : help.sms();
  }

  /** The document's name in the host language. */
  @Nullable String official(DocumentType type) {
    return own.official().get(type);
  }
}
