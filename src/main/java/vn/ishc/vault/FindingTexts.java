package vn.ishc.vault;

import java.security.InvalidKeyException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the sealed words of findings for those who may read them, for one thread. */
public final class FindingTexts {
  private final Optional<Locks> locks;

  /** @param key empty leaves personal words masked */
  public FindingTexts(Optional<VaultKey> key) {
    this.locks = key.map(VaultKey::locks);
  }

  /**
   * The words of a finding.
   *
   * @param masked as everybody may read them
   * @param sealed as the sender wrote them; null when nothing in them is personal, or the person was erased
   */
  public String message(String masked, byte @Nullable [] sealed) {
    if (sealed == null || locks.isEmpty()) {
      return masked;
    }
    try {
      return locks.get().open(Sealed.FINDING, sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the words of a finding do not open", e);
    }
  }

  /**
   * How a question is known in an answer; empty when it is none, or nothing of it is left.
   *
   * @param mark of the finding; null when it is no question
   * @param sealed the token of a question that a file asked
   */
  public String question(@Nullable String mark, byte @Nullable [] sealed) {
    if (mark == null || (sealed == null && !mark.startsWith("p"))) {
      return "";
    }
    if (sealed == null) {
      return "p-" + mark.substring(1);
    }
    try {
      return locks.isEmpty() ? "" : locks.get().open(Sealed.QUESTION, sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a question does not open", e);
    }
  }
}
