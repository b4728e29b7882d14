package org.termin.contract.sealed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

/**
 * Stops telling one contact the same stage of the same document twice when it is registered twice.
 */
public final class ToldKey {

  private static final long NO_DAY = 0xFFFF_FFFFL;

  private ToldKey() {}

  /**
   * The key of what was told; documents of equal type and day share it while they are told by the
   * same rules. In another country, or by newer rules, the same stage is another message.
   *
   * @param edition number of the rules the person is planned with
   */
  public static byte[] of(
      EpochKeys keys,
      Contact contact,
      DocumentType type,
      @Nullable LocalDate printedDay,
      int stage,
      Country country,
      int edition) {
    byte[] layout =
        Bytes.label("termin/told/2")
            .u8(contact.channel().kind())
            .text(contact.value())
            .zero()
            .u8(type.number())
            .u32(printedDay == null ? NO_DAY : printedDay.toEpochDay())
            .u8(stage)
            .text(country.code())
            .zero()
            .u32(edition)
            .done();
    return Derive.hmac(keys.index(), layout, 16);
  }
}
