package vn.ishc.inbox;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;

/** The inbox: one folder per sender, files of any name in it. */
public final class InboxFolder {
  private static final int DEPTH_MAX = 64;
  private static final Duration LOCK_AGE_MAX = Duration.ofDays(1);
  private static final Pattern ROUND = Pattern.compile("\\blan (?:thu )?(\\d{1,2})\\b");
  private static final Pattern CORRECTED =
      Pattern.compile("\\b(sua|da sua|dieu chinh|bo sung|final|chinh thuc|ban cuoi|cuoi cung|moi nhat|chinh sua|hoan chinh|v2|v3)\\b");
  private static final Pattern COPY = Pattern.compile("\\b(copy|copy of|ban sao)\\b");
  private static final Pattern COPY_NUMBER = Pattern.compile("\\((\\d{1,2})\\)\\.[^.]*$");

  /** Ends the name of every answer; whoever copies or downloads it puts {@code (2)}, {@code - Copy}, {@code - Bản sao} behind. */
  private static final Pattern ANSWER = Pattern.compile("^(.+)\\.phan-hoi([^.]{0,60})\\.xlsx$", Pattern.CASE_INSENSITIVE);

  private static final int ANSWER_RANK = 50;

  private InboxFolder() {}

  /**
   * A file that lies in the inbox.
   *
   * @param path where
   * @param folder the sender's folder; empty for a file that lies in none
   * @param name in NFC
   * @param regular whether it is an ordinary file: links, pipes and devices are not read
   */
  public record Waiting(Path path, String folder, String name, boolean regular) {}

  /**
   * Everything that waits, by folder and name. Office's lock files ({@code ~$…}), hidden files and unfinished copies ({@code .part .tmp
   * .crdownload}) are no files of a sender.
   */
  public static List<Waiting> scan(Path inbox) throws IOException {
    List<Waiting> waiting = new ArrayList<>();
    if (!Files.isDirectory(inbox)) {
      return waiting;
    }
    Files.walkFileTree(
        inbox,
        EnumSet.noneOf(FileVisitOption.class),
        DEPTH_MAX,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isAside(inbox.relativize(file))) {
              waiting.add(waiting(inbox, file, attributes.isRegularFile()));
            }
            return FileVisitResult.CONTINUE;
          }

          /** A folder that may not be entered waits like a file that may not be read; what has gone meanwhile does not wait. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            if (!(why instanceof NoSuchFileException) && !isAside(inbox.relativize(file))) {
              waiting.add(waiting(inbox, file, false));
            }
            return FileVisitResult.CONTINUE;
          }

          /** A folder whose list breaks off: the others go on. */
          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            return FileVisitResult.CONTINUE;
          }
        });
    waiting.sort(Comparator.comparing(Waiting::folder).thenComparing(w -> w.path().toString()));
    return waiting;
  }

  /**
   * Whether a file has come to rest: nothing has written to it for a while, and no program says by a lock file beside it ({@code ~$name} of Excel,
   * {@code .~lock.name#} of LibreOffice) that it is open. A lock file older than a day was forgotten. A copy brings the time of its original along, so the
   * time at which the file system noted the last change counts as well: while a copy grows, that is now. A file that has gone does not rest.
   *
   * @param file what waits
   * @param now the time
   * @param settle how long nothing may have written to it
   */
  public static boolean isSettled(Waiting file, Instant now, Duration settle) throws IOException {
    FileState state;
    try {
      state = FileState.of(file.path());
    } catch (NoSuchFileException e) {
      return false;
    }
    if (isRecent(state.written(), now, settle) || isRecent(state.changed(), now, settle)) {
      return false;
    }
    String name = file.path().getFileName().toString();
    for (String lock : List.of("~$" + name, "~$" + name.substring(Math.min(2, name.length())), ".~lock." + name + "#")) {
      Path beside = file.path().resolveSibling(lock);
      if (Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)
          && Files.getLastModifiedTime(beside).toInstant().isAfter(now.minus(LOCK_AGE_MAX))) {
        return false;
      }
    }
    return true;
  }

  /** A time ahead of ours was brought along from a machine with a wrong clock: waiting for it could take years. */
  private static boolean isRecent(Instant moment, Instant now, Duration settle) {
    return moment.isAfter(now.minus(settle)) && !moment.isAfter(now.plus(settle));
  }

  private static Waiting waiting(Path inbox, Path path, boolean regular) {
    Path relative = inbox.relativize(path);
    String folder = relative.getNameCount() > 1 ? nfc(relative.getName(0).toString()) : "";
    return new Waiting(path, folder, nfc(path.getFileName().toString()), regular);
  }

  private static String nfc(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static boolean isAside(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    String name = relative.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("~$")
        || name.startsWith(".~lock")
        || name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith(".crdownload")
        || name.equals("thumbs.db")
        || name.equals("desktop.ini");
  }

  /** Name of the file that an answer is about: {@code X} for {@code X.phan-hoi.xlsx} and its copies; any other name is its own. */
  public static String answered(String name) {
    Matcher answer = ANSWER.matcher(name);
    return answer.matches() ? answered(answer.group(1)) : name;
  }

  /**
   * Tells the later of two files that came at the same moment by what people write into names: {@code (sửa lần 3)}, {@code da sua}, {@code FINAL}, {@code
   * Copy of}. An answer that comes back is a later version of the file it is about. 0 for an ordinary name.
   */
  public static int revisionRank(String name) {
    Matcher answer = ANSWER.matcher(name);
    if (answer.matches()) {
      return ANSWER_RANK + revisionRank(answer.group(1)) + revisionRank("x" + answer.group(2) + ".xlsx");
    }
    String words = Spelling.words(name.replace('_', ' ').replace('-', ' ').replace('.', ' '));
    int rank = 0;
    if (CORRECTED.matcher(words).find()) {
      rank += 100;
    }
    Matcher round = ROUND.matcher(words);
    if (round.find()) {
      rank += 100 + 10 * Integer.parseInt(round.group(1));
    }
    if (COPY.matcher(words).find()) {
      rank += 1;
    }
    Matcher number = COPY_NUMBER.matcher(name);
    return number.find() ? rank + 1 + Integer.parseInt(number.group(1)) : rank;
  }
}
