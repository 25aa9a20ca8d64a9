package vn.ishc.run;

import java.util.List;

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

  /** Whether some file or row was refused. */
  public boolean anyRefused() {
    return files.stream().anyMatch(file -> file.state().equals("refused") || file.refused() > 0);
  }

  /** Whether some file failed through a fault of ours. */
  public boolean anyFailed() {
    return files.stream().anyMatch(file -> file.state().equals("failed"));
  }
}
