package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Contact;
import org.termin.contract.words.RecordState;

/** The published test vectors: whoever writes another implementation meets the same bytes. */
class VectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final UUID REGISTRATION = UUID.fromString("11111111-2222-4333-8444-555555555555");
  private static final ReceiptCode CODE =
      ReceiptCode.of(HEX.parseHex("000102030405060708090a0b0c0d0e"));
  private static final EpochKeys EPOCH = EpochKeys.of(7, counting(0x40));
  private static final LedgerKeys LEDGER = LedgerKeys.of(repeated(0x11));

  @Test
  void aReceiptCodeIsShownInSixGroups() {
    assertThat(CODE.display()).isEqualTo("000G-40R4-0M30-E209-185G-R38E");
  }

  @Test
  void aReceiptCodeYieldsLookupViewAndProof() {
    assertThat(HEX.formatHex(CODE.lookup().bytes()))
        .isEqualTo("52afecc34633b9dba64b667d796ca7090003ea2b2079a0ddd2124142e94e2b4d");
    assertThat(HEX.formatHex(CODE.view().bytes()))
        .isEqualTo("befd0ce15dc2474f91c571a88188715cf598704a0f4212099c736204e2451c5e");
    assertThat(HEX.formatHex(CODE.proof().bytes()))
        .isEqualTo("c7889cfa337050e4a042a0b2d0f3202ce8426feccd07f77c127f951a69176c5f");
    assertThat(HEX.formatHex(CODE.proofHash().bytes()))
        .isEqualTo("b05ffcd9f3e7c87ccd6076ba4a36c6527591f1c0954a2d83d7db7f09c54168f9");
  }

  @Test
  void anEpochFileYieldsItsKeys() {
    assertThat(HEX.formatHex(EPOCH.publicKey().bytes()))
        .isEqualTo("1a57ebe359ca4d3cfeadb358264c761e2e700b2b2cca870c919cd46578aed568");
    assertThat(HEX.formatHex(EPOCH.record()))
        .isEqualTo("296ad30489f27a00db7852b5fa7d1554f224802850ae80ae074bbfb4f9f19762");
    assertThat(HEX.formatHex(EPOCH.index()))
        .isEqualTo("ddc3212437906a7d69a63f25eae97d50160f3fbd8ff045eef201a966fe15d1a4");
    assertThat(HEX.formatHex(EPOCH.otp()))
        .isEqualTo("309aa8e7a3c19733802d7e722d80646432edde24f91162a2f6beb03da003089e");
  }

  @Test
  void aVerificationCodeHasSixDigitsEvenWithALeadingZero() {
    assertThat(VerificationCode.of(EPOCH, REGISTRATION, 0, 1).digits()).isEqualTo("075098");
  }

  @Test
  void aPhoneHasItsIndex() {
    assertThat(HEX.formatHex(ContactIndex.of(EPOCH, Contact.of("+48123456789"))))
        .isEqualTo("84c580facecda238066dcbb6fb1d23a5");
  }

  @Test
  void aReferenceHasItsKey() {
    assertThat(HEX.formatHex(new Ref(REGISTRATION, 1, 1, 5).key(LEDGER)))
        .isEqualTo("0d3996bca8590ef692b8f5830dcbfe34");
  }

  @Test
  void aRecordIsBoundToItsRow() throws Exception {
    byte[] associated = RecordSeal.associated(7, REGISTRATION, 3, RecordState.ACTIVE);

    assertThat(HEX.formatHex(associated))
        .isEqualTo(
            "7465726d696e2f7265636f72642f310000000007111111112222433384445555555555550000000302");
    byte[] blob =
        Bytes.start()
            .u8(RecordSeal.KIND)
            .u32(7)
            .raw(sealedUnderZeros(EPOCH.record(), associated))
            .done();
    assertThat(blob).hasSize(2_081);
    assertThat(HEX.formatHex(Derive.sha256(blob)))
        .isEqualTo("78635c741d89a3bf4b2b9a282a7aae4618e105a7d4b59b5bb7545bc4c9fae797");
    assertThat(Gcm.open(EPOCH.record(), Arrays.copyOfRange(blob, 5, blob.length), associated))
        .isPresent();
  }

  @Test
  void aViewIsBoundToItsRow() throws Exception {
    byte[] associated = ViewSeal.associated(REGISTRATION, 3);

    assertThat(HEX.formatHex(associated))
        .isEqualTo("7465726d696e2f766965772f31001111111122224333844455555555555500000003");
    byte[] blob =
        Bytes.start()
            .u8(ViewSeal.KIND)
            .raw(sealedUnderZeros(CODE.view().bytes(), associated))
            .done();
    assertThat(HEX.formatHex(Derive.sha256(blob)))
        .isEqualTo("b9f884cbcddd13f80676c1cda814f2d6a4d62e56e6083c2da41d8e14b2102e09");
  }

  @Test
  void aMessageIsBoundToItsEpochAndId() {
    assertThat(HEX.formatHex(MessageSeal.info(7, REGISTRATION)))
        .isEqualTo("7465726d696e2f696e74616b652f31000000000711111111222243338444555555555555");
    byte[] blob =
        MessageSeal.seal(
            EPOCH.publicKey(), REGISTRATION, new Resend(REGISTRATION, CODE.proof(), 0));
    assertThat(blob).hasSize(2_101);
  }

  private static byte[] sealedUnderZeros(byte[] key, byte[] associated) throws Exception {
    byte[] plain = Padding.pad("{\"v\":1}".getBytes(StandardCharsets.UTF_8));
    byte[] nonce = new byte[12];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(associated);
    return Bytes.start().raw(nonce).raw(cipher.doFinal(plain)).done();
  }

  private static byte[] counting(int first) {
    byte[] bytes = new byte[32];
    IntStream.range(0, 32).forEach(i -> bytes[i] = (byte) (first + i));
    return bytes;
  }

  private static byte[] repeated(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
