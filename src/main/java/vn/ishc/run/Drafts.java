package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.ishc.feedback.Answer;

/**
 * Answers written while the star still is: each lies beside our copy of its file, where nobody looks for answers. After the commit one is taken when it says what
 * has to be said; what the publication found out is in the others, which are written anew.
 */
final class Drafts {
  private static final String ENDING = ".phan-hoi";

  private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

  /** Where the draft for a file lies, or would. */
  static Path beside(Path copy) {
    return copy.resolveSibling(copy.getFileName() + ENDING);
  }

  /** Whether a file in the folder of copies is a draft, not a copy. */
  static boolean isDraft(Path file) {
    return String.valueOf(file.getFileName()).endsWith(ENDING);
  }

  /** The draft for a file is whole and tells this. */
  void written(Claimed file, Answer answer) {
    fingerprints.put(file.record().fileId(), answer.fingerprint());
  }

  /** The draft for a file, when it tells exactly this. */
  Optional<Path> telling(Claimed file, Answer answer) {
    String fingerprint = fingerprints.get(file.record().fileId());
    return fingerprint != null && fingerprint.equals(answer.fingerprint()) ? Optional.of(beside(file.copy())) : Optional.empty();
  }

  /** Forgets the draft for a file. */
  static void delete(Claimed file) throws IOException {
    Files.deleteIfExists(beside(file.copy()));
  }
}
