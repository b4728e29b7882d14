package org.termin.contract.sealed;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;

/** Seals a person's own view under the key of their receipt code, bound to id and version. */
public final class ViewSeal {

  static final int KIND = 0x03;

  private ViewSeal() {}

  /** The bytes of the row's view column; of the deliveries the newest that fit. */
  public static byte[] seal(ViewKey key, UUID id, int version, PersonView view) {
    byte[] box = Gcm.seal(key.bytes(), Padding.pad(fitting(view)), associated(id, version));
    return Bytes.start().u8(KIND).raw(box).done();
  }

  private static byte[] fitting(PersonView view) {
    List<DeliveryNote> newest = view.deliveries();
    for (int kept = newest.size(); kept > 0; kept--) {
      byte[] json = json(view.withDeliveries(newest.subList(0, kept)));
      if (Padding.fits(json, Padding.LARGE)) {
        return json;
      }
    }
    return json(view.withDeliveries(List.of()));
  }

  private static byte[] json(PersonView view) {
    return ClosedJson.write(PersonView.class, view);
  }

  /** Opens a view under its row's values. */
  public static Opening<PersonView> open(ViewKey key, UUID id, int version, byte[] sealed) {
    if (sealed.length < 1 || sealed[0] != KIND) {
      return new Unopened<>(Reason.KIND);
    }
    byte[] box = Arrays.copyOfRange(sealed, 1, sealed.length);
    byte[] padded = Gcm.open(key.bytes(), box, associated(id, version)).orElse(null);
    if (padded == null) {
      return new Unopened<>(Reason.SEAL);
    }
    byte[] json = Padding.unpad(padded).orElse(null);
    return json == null ? new Unopened<>(Reason.CONTENTS) : ClosedJson.read(PersonView.class, json);
  }

  static byte[] associated(UUID id, int version) {
    return Bytes.label("termin/view/1").id(id).u32(version).done();
  }
}
