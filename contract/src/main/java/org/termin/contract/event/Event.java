package org.termin.contract.event;

import java.util.UUID;

/** A hint on the bus: it makes somebody look and has no authority of its own. */
public sealed interface Event permits InboxHint, ExpiryDue, DeliveryChanged {

  /** What the record's key is made of; everything of one id stays in order. */
  UUID key();

  /** The same for the same news, so that a repeated record can be recognised. */
  String id();
}
