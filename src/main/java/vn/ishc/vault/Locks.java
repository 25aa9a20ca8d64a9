package vn.ishc.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and hashes numbers, for one thread: machines are made once and used for every row.
 *
 * <p>A sealed value is {@code version(1) nonce(12) ciphertext tag(16)}: AES-256-GCM under a random nonce, with the name of the
 * column as associated data. One key may seal 2³² values before nonces are likely to meet (NIST SP 800-38D, 8.3); a province
 * writes some millions a year.
 *
 * <p>A hash is HMAC-SHA-256 under a key per column, cut to 16 bytes: with a hundred million numbers the odds that any two meet
 * are below 10⁻²², and index and table are half as large. Without the key it cannot be computed for a guessed number.
 */
public final class Locks {
  /** Length of a hash. */
  public static final int HASH_BYTES = 16;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NONCES_AHEAD = 512;
  private static final String HMAC = "HmacSHA256";

  private final Map<Sealed, Mac> hashes = new EnumMap<>(Sealed.class);
  private final Map<Sealed, byte[]> names = new EnumMap<>(Sealed.class);
  private final Mac written;
  private final SecretKey sealing;
  private final Cipher cipher;
  private final SecureRandom random = new SecureRandom();
  private final byte[] nonces = new byte[NONCE_BYTES * NONCES_AHEAD];
  private int nonce = nonces.length;

  Locks(VaultKey key) {
    try {
      for (Sealed each : Sealed.values()) {
        hashes.put(each, mac(key, "hash " + each.column()));
        names.put(each, each.column().getBytes(StandardCharsets.UTF_8));
      }
      written = mac(key, "hash of what is written");
      sealing = key.derived("sealing", "AES");
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mac mac(VaultKey key, String purpose) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(key.derived(purpose, HMAC));
    return mac;
  }

  /** The keyed hash by which a number is found. */
  public byte[] hash(Sealed what, String number) {
    Mac mac = hashes.get(what);
    if (mac == null) {
      throw new IllegalStateException(what.column());
    }
    return cut(mac, number);
  }

  /** The keyed hash of how a person without numbers is written. */
  public byte[] hashOfWriting(String writing) {
    return cut(written, writing);
  }

  private static byte[] cut(Mac mac, String text) {
    return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
  }

  /** A number that only the key opens; twice the same number gives two different texts. */
  public byte[] seal(Sealed what, String number) {
    byte[] plain = number.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = new byte[1 + NONCE_BYTES + plain.length + TAG_BITS / 8];
    sealed[0] = VERSION;
    nextNonce(sealed);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
      cipher.updateAAD(names.get(what));
      cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + what.column(), e);
    }
  }

  private void nextNonce(byte[] into) {
    if (nonce == nonces.length) {
      random.nextBytes(nonces);
      nonce = 0;
    }
    System.arraycopy(nonces, nonce, into, 1, NONCE_BYTES);
    nonce += NONCE_BYTES;
  }

  /**
   * The number again.
   *
   * @throws InvalidKeyException when another key sealed it, it was sealed for another column, or it was changed
   */
  public String open(Sealed what, byte[] sealed) throws InvalidKeyException {
    if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
      throw new InvalidKeyException(what.column() + " is not sealed as this program seals");
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
      cipher.updateAAD(names.get(what));
      int from = 1 + NONCE_BYTES;
      return new String(cipher.doFinal(sealed, from, sealed.length - from), StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new InvalidKeyException(what.column() + " does not open with this key", e);
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open " + what.column(), e);
    }
  }
}
