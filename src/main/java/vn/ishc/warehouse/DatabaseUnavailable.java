package vn.ishc.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no database to work with. The command line says why and what to do, in the reader's language. */
public final class DatabaseUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<String> details;

  /** Why there is no database. */
  public enum Reason {
    /** The folder cannot be used: {@code {0}} path, {@code {1}} what happened. */
    FOLDER,
    /** No server program for this machine comes with the product: {@code {0}} system, {@code {1}} processor. */
    NO_PROGRAM,
    /** The server did not start: {@code {0}} its log, {@code {1}} the last lines of it. */
    NOT_STARTED,
    /** The data were written by another major version: {@code {0}} theirs, {@code {1}} ours, {@code {2}} folder. */
    OTHER_MAJOR,
    /** The superuser may not run the server here and no other account can: {@code {0}} folder. */
    SUPERUSER,
    /** The folder belongs to somebody else: {@code {0}} folder, {@code {1}} owner. */
    OTHER_OWNER,
    /** The server does not stop: {@code {0}} process, {@code {1}} what happened. */
    NOT_STOPPED,
    /** The given server is older than we need: {@code {0}} its version, {@code {1}} the least we need. */
    TOO_OLD,
    /** A server refuses us: {@code {0}} address, {@code {1}} what the driver says. */
    REFUSED
  }

  /**
   * A failure with its words.
   *
   * @param reason why
   * @param cause what brought it about, or null
   * @param details what the reason's sentence names, in its order
   */
  public DatabaseUnavailable(Reason reason, @Nullable Throwable cause, String... details) {
    super(reason + " " + List.of(details), cause);
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
