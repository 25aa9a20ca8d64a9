package vn.ishc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LocksTest {
  private static final String NUMBER = "040150712345";
  private static final VaultKey KEY = VaultKey.ofHex("0123456789abcdef".repeat(4));
  private static final VaultKey OTHER = VaultKey.ofHex("f0".repeat(32));
  private final Locks locks = KEY.locks();

  @Test
  void whatIsSealedOpensAgain() throws Exception {
    for (Sealed what : Sealed.values()) {
      assertThat(locks.open(what, locks.seal(what, NUMBER))).isEqualTo(NUMBER);
    }
    assertThat(KEY.locks().open(Sealed.PHONE, locks.seal(Sealed.PHONE, "đt 0915 550 123"))).isEqualTo("đt 0915 550 123");
  }

  @Test
  void theSameNumberIsNeverSealedAlike() {
    assertThat(java.util.stream.Stream.generate(() -> HexFormat.of().formatHex(locks.seal(Sealed.OLD_ID, "187123456"))).limit(2000).distinct())
        .hasSize(2000);
  }

  @Test
  void aSealedNumberShowsNothingOfItself() {
    assertThat(new String(locks.seal(Sealed.NATIONAL_ID, NUMBER), StandardCharsets.ISO_8859_1)).doesNotContain("0715").doesNotContain("12345");
  }

  @Test
  void aSealedNumberOpensWithItsKeyInItsColumnUnchangedOnly() {
    byte[] sealed = locks.seal(Sealed.NATIONAL_ID, NUMBER);
    assertThatThrownBy(() -> OTHER.locks().open(Sealed.NATIONAL_ID, sealed)).isInstanceOf(InvalidKeyException.class);
    assertThatThrownBy(() -> locks.open(Sealed.OLD_ID, sealed)).isInstanceOf(InvalidKeyException.class);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> locks.open(Sealed.NATIONAL_ID, changed)).as("byte %d", i).isInstanceOf(InvalidKeyException.class);
    }
    assertThatThrownBy(() -> locks.open(Sealed.NATIONAL_ID, new byte[0])).isInstanceOf(InvalidKeyException.class);
  }

  @Test
  void equalNumbersHaveEqualHashesUnderOneKeyInOneColumnOnly() {
    assertThat(locks.hash(Sealed.NATIONAL_ID, NUMBER)).hasSize(Locks.HASH_BYTES).isEqualTo(KEY.locks().hash(Sealed.NATIONAL_ID, NUMBER));
    assertThat(locks.hash(Sealed.NATIONAL_ID, NUMBER))
        .isNotEqualTo(locks.hash(Sealed.PHONE, NUMBER))
        .isNotEqualTo(locks.hashOfWriting(NUMBER))
        .isNotEqualTo(OTHER.locks().hash(Sealed.NATIONAL_ID, NUMBER));
    assertThat(KEY.checkValue()).isNotEqualTo(OTHER.checkValue());
    assertThat(KEY.pepper()).isNotEqualTo(OTHER.pepper());
  }

  /** The values of RFC 5869, appendix A.3, as far as one block goes: no salt, no info. */
  @Test
  void keysAreDerivedAsTheStandardSays() {
    byte[] extracted = VaultKey.hmac(new byte[32], HexFormat.of().parseHex("0b".repeat(22)));
    assertThat(HexFormat.of().formatHex(extracted)).isEqualTo("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");
    assertThat(HexFormat.of().formatHex(VaultKey.hmac(extracted, new byte[] {1})))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  /** A change of labels, of the derivation or of the folding would orphan what is in the vault. */
  @Test
  void whatWasLockedYesterdayOpensTomorrow() {
    assertThat(HexFormat.of().formatHex(locks.hash(Sealed.NATIONAL_ID, NUMBER))).isEqualTo("9a70604a9d881a0fedfe78184b11d745");
    assertThat(HexFormat.of().formatHex(KEY.checkValue())).isEqualTo("1feb32e85501545573bdcb5a9a7ad4e6");
  }
}
