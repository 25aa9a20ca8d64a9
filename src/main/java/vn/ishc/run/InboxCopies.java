package vn.ishc.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;

/** Copies what waits in the inbox; a file that cannot be copied is told of and holds up no other. */
final class InboxCopies {
  private static final Logger LOG = LoggerFactory.getLogger(InboxCopies.class);

  private final Load.Tools tools;
  private final Claims claims;
  private final Consumer<FileOutcome> left;

  /** @param left hears of the files that stay where they are */
  InboxCopies(Load.Tools tools, Claims claims, Consumer<FileOutcome> left) {
    this.tools = tools;
    this.claims = claims;
    this.left = left;
  }

  List<Claimed> all(List<Waiting> waits, Instant now) throws IOException {
    List<Claimed> copied = new ArrayList<>();
    for (Waiting waiting : waits) {
      if (!waiting.regular()) {
        LOG.warn("not a regular file in folder {}: left alone", waiting.folder());
        left.accept(FileOutcome.notLoaded(waiting, "special"));
      } else if (isSettled(waiting)) {
        copy(waiting, now).ifPresent(copied::add);
      }
    }
    return copied;
  }

  /** With no time to settle everything is taken as it lies: somebody asked for it. */
  private boolean isSettled(Waiting waiting) throws IOException {
    return tools.settle().isZero() || InboxFolder.isSettled(waiting, Instant.now(Clock.systemUTC()), tools.settle());
  }

  private Optional<Claimed> copy(Waiting waiting, Instant now) {
    try {
      Optional<Claimed> file = claims.claim(waiting, now);
      if (file.isEmpty()) {
        left.accept(FileOutcome.notLoaded(waiting, "changing"));
      }
      Failpoint.COPIED.reached();
      return file;
    } catch (IOException e) {
      LOG.warn("a file in folder {} cannot be copied: {}", waiting.folder(), Faults.where(e));
      left.accept(FileOutcome.notLoaded(waiting, e instanceof AccessDeniedException ? "unreadable" : "failed"));
      return Optional.empty();
    }
  }
}
