package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.inbox.Submitters;
import vn.ishc.row.Language;
import vn.ishc.run.OutcomeWords;

/**
 * What a file or folder of the command line stands for, for {@code load} and {@code check} alike: a file; the folder of a sender; or a whole inbox, a folder that is
 * nobody's while folders in it are somebody's. Hidden files, lock files and unfinished copies are no files, as in the inbox.
 *
 * @param sent by folder and name
 * @param links links, devices, what may not be entered: not read
 * @param loose beside the folders of a whole inbox: nobody's, and not taken
 */
record NamedFiles(List<Sent> sent, List<Path> links, List<Path> loose) {
  /**
   * A file.
   *
   * @param path where it is
   * @param folder the sender's folder: that of the inbox to which it belongs
   * @param place below the sender's folder
   * @param shown as people are told of it: below the folder that was named
   * @param ofInbox whether it came in a whole inbox, where each folder must be somebody's
   */
  record Sent(Path path, String folder, Path place, String shown, boolean ofInbox) {}

  /** Copies the lists. */
  NamedFiles {
    sent = List.copyOf(sent);
    links = List.copyOf(links);
    loose = List.copyOf(loose);
  }

  /**
   * Looks what there is.
   *
   * @throws NoSuchFileException when there is neither a file nor a folder
   */
  static NamedFiles of(Path source, Submitters submitters) throws IOException {
    Path absolute = source.toAbsolutePath().normalize();
    if (Files.isRegularFile(absolute)) {
      String name = absolute.getFileName().toString();
      return new NamedFiles(List.of(new Sent(source, lastName(absolute.getParent()), Path.of(name), name, false)), List.of(), List.of());
    }
    if (!Files.isDirectory(absolute)) {
      throw new NoSuchFileException(source.toString());
    }
    List<Waiting> inside = InboxFolder.scan(absolute);
    String folder = lastName(absolute);
    boolean inbox = submitters.find(folder).isEmpty() && inside.stream().anyMatch(file -> submitters.find(file.folder()).isPresent());
    List<Sent> sent = new ArrayList<>();
    List<Path> links = new ArrayList<>();
    List<Path> loose = new ArrayList<>();
    for (Waiting file : inside) {
      Path below = absolute.relativize(file.path());
      if (inbox && file.folder().isEmpty()) {
        loose.add(file.path());
      } else if (!file.regular()) {
        links.add(file.path());
      } else {
        String shown = below.toString().replace('\\', '/');
        sent.add(new Sent(file.path(), inbox ? file.folder() : folder, inbox ? below.subpath(1, below.getNameCount()) : below, shown, inbox));
      }
    }
    return new NamedFiles(sent, links, loose);
  }

  private static String lastName(@Nullable Path path) {
    return path == null || path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /** Says of each file that is not taken why; whether there are any. */
  boolean complain(Screen screen) {
    links.forEach(path -> screen.complain(path + ": " + OutcomeWords.state("special", screen.language() == Language.VI)));
    loose.forEach(path -> screen.complain(screen.text("named.loose", path)));
    return !links.isEmpty() || !loose.isEmpty();
  }
}
