package vn.ishc.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the vault: 32 bytes that never enter the database. Every use has a key of its own, derived by HKDF-SHA-256
 * (RFC 5869) under a label, so that what is told of one use tells nothing of another.
 */
public final class VaultKey {
  /** Length of the key in bytes. */
  public static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String LABEL = "ishc vault 1 ";

  private final byte[] pseudoRandomKey;

  /** @param secret 32 bytes */
  VaultKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("the key of the vault has " + BYTES + " bytes");
    }
    this.pseudoRandomKey = hmac(new byte[BYTES], secret);
  }

  /** A key of 64 hexadecimal digits, for tests and for keys read from a file. */
  public static VaultKey ofHex(String digits) {
    return new VaultKey(HexFormat.of().parseHex(digits));
  }

  /** HKDF-Expand of one block: the key for one purpose. */
  SecretKey derived(String purpose, String algorithm) {
    return new SecretKeySpec(expanded(purpose), algorithm);
  }

  private byte[] expanded(String purpose) {
    byte[] info = (LABEL + purpose).getBytes(StandardCharsets.UTF_8);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(pseudoRandomKey, block);
  }

  /** What tells this key from another and nothing else: kept in the database beside what the key has locked. */
  public byte[] checkValue() {
    return Arrays.copyOf(expanded("key check"), Locks.HASH_BYTES);
  }

  /**
   * The text that person keys depend on besides the files, so that nobody without the key can try identities out. Told
   * to the database for one transaction, never stored there.
   */
  public String pepper() {
    return HexFormat.of().formatHex(expanded("person key"));
  }

  /** Locks for one thread. */
  public Locks locks() {
    return new Locks(this);
  }

  static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "the key of the vault";
  }
}
