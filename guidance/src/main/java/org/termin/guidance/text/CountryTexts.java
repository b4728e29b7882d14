package org.termin.guidance.text;

import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;

/** The texts of one country, completed by what is said where nothing is known. */
record CountryTexts(PackTexts own, PackTexts generic) {
  static final String GENERIC = "generic";
  private static final String NUMBER = ".*\\+\\d.*";

  /** Whether somebody has written all that is said about the country in this language. */
  boolean isIn(Language language) {
    return own.sentences().allMatch(text -> text.isIn(language));
  }

  /** The sentences of the route a document is on. */
  PackTexts.RouteTexts route(Told told) {
    return route(told.slot().route());
  }

  /** The sentences of one route. */
  PackTexts.RouteTexts route(String id) {
    PackTexts.RouteTexts route = own.routes().get(id);
    if (route == null) {
      route = generic.routes().get(GENERIC);
    }
    if (route == null) {
      throw new IllegalStateException("the generic texts are missing");
    }
    return route;
  }

  /** What holds in every country, for when nobody knows whether this one's step still does. */
  @Nullable LocalText anywhere(PackTexts.Moment moment) {
    PackTexts.RouteTexts route = generic.routes().get(GENERIC);
    return route == null ? null : route.sms().get(moment);
  }

  /** A human being to turn to, in one line: a number in any language, else what can be read. */
  @Nullable LocalText help(Language language) {
    PackTexts.Help known = own.help();
    if (known != null && (known.sms().isIn(language) || known.sms().in(language).matches(NUMBER))) {
      return known.sms();
    }
    PackTexts.Help help = generic.help();
    return help == null ? null : help.sms();
  }

  /** The document's name in the host language. */
  @Nullable String official(DocumentType type) {
    return own.official().get(type);
  }
}
