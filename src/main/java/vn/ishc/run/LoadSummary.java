package vn.ishc.run;

import java.util.List;
import java.util.Set;

/**
 * What a load did.
 *
 * @param files every file, by folder and name
 * @param millis wall time
 * @param rolesMissing roles that this server lacks and we may not make
 */
public record LoadSummary(List<FileOutcome> files, long millis, List<String> rolesMissing) {
  /** Copies the lists. */
  public LoadSummary {
    files = List.copyOf(files);
    rolesMissing = List.copyOf(rolesMissing);
  }

  private static final Set<String> LEFT_ALONE = Set.of("refused", "special", "changing");
  private static final Set<String> FAILED = Set.of("failed", "unreadable", "unanswered");

  /** Whether some file or row was refused, or a file was left where it lies. */
  public boolean anyRefused() {
    return files.stream().anyMatch(file -> LEFT_ALONE.contains(file.state()) || file.refused() > 0);
  }

  /** Whether some file failed through a fault of ours or of the machine. */
  public boolean anyFailed() {
    return files.stream().anyMatch(file -> FAILED.contains(file.state()));
  }
}
