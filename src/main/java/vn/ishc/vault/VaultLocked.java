package vn.ishc.vault;

import java.util.List;

/** The key of the vault is missing, unreadable or another one: nothing may be loaded. The command line says why and what to do. */
public final class VaultLocked extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<String> details;

  /** Why the vault stays locked. */
  public enum Reason {
    /** The variable {@code {0}} holds no key: 64 hexadecimal digits or 44 characters of base64 are one. */
    BAD_VARIABLE,
    /** The file {@code {0}} holds no key. */
    BAD_FILE,
    /** The file {@code {0}}, named by the operator, is not there. */
    NO_FILE,
    /** The database was locked with a key, and there is none at {@code {0}}. */
    LOST,
    /** The database was locked with another key than the one of {@code {0}}. */
    WRONG
  }

  /**
   * @param reason why
   * @param details what the reason's sentence names, in its order; never the key
   */
  public VaultLocked(Reason reason, String... details) {
    super(reason + " " + List.of(details));
    this.reason = reason;
    this.details = List.of(details);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What the reason's sentence names, in its order. */
  public List<String> details() {
    return details;
  }
}
