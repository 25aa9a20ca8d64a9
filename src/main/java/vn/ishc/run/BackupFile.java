package vn.ishc.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.ishc.warehouse.TableDump;

/**
 * A backup as it lies on disk: one zip that any program opens. {@code database/} holds the rows of every table, {@code archive/} the originals, {@code
 * backup.txt} what is in it, {@code SHA256SUMS} the hash of everything else; the hash of that list stands in the comment of the zip.
 */
final class BackupFile implements AutoCloseable {
  static final String CONTENTS = "backup.txt";
  static final String SUMS = "SHA256SUMS";
  static final String DATABASE = "database/";
  static final String ARCHIVE = "archive/";
  static final String COMMENT = "ishc-backup 1 sha256 ";
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");

  private final ZipFile zip;
  private final Contents contents;

  private BackupFile(ZipFile zip, Contents contents) {
    this.zip = zip;
    this.contents = contents;
  }

  /** What is wrong with a file that should be a backup: in words for the log, the reader is told that it is damaged. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
      super(what);
    }
  }

  /**
   * What is in a backup.
   *
   * @param madeAt when
   * @param schema number of the last migration
   * @param keyCheck what tells the vault's key from another, in hexadecimal; empty where nothing was ever locked
   * @param files how many originals
   * @param rows rows of each table, by its name
   * @param columns columns of each table, as COPY names them
   * @param sequences where each sequence stands, by its name
   */
  record Contents(Instant madeAt, String schema, String keyCheck, int files, Map<String, Long> rows, Map<String, String> columns, Map<String, Long> sequences) {
    Contents {
      rows = Map.copyOf(rows);
      columns = Map.copyOf(columns);
      sequences = Map.copyOf(sequences);
    }

    /** The tables, as they were. */
    List<TableDump.Table> tables() {
      return columns.entrySet().stream().map(each -> new TableDump.Table(each.getKey(), each.getValue())).sorted(Comparator.comparing(TableDump.Table::name)).toList();
    }

    long allRows() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
      return "ishc-backup 1\nmade_at " + madeAt + "\nschema " + schema + "\nkey_check " + (keyCheck.isEmpty() ? "-" : keyCheck) + "\nfiles " + files + "\n"
          + lines("rows", rows) + lines("columns", columns) + lines("sequence", sequences);
    }

    private static String lines(String word, Map<String, ?> numbers) {
      return new TreeMap<String, Object>(numbers).entrySet().stream().map(each -> word + " " + each.getKey() + " " + each.getValue() + "\n").collect(Collectors.joining());
    }

    static Contents of(String text) throws Damaged {
      Map<String, String> facts = new TreeMap<>();
      Map<String, Long> rows = new TreeMap<>();
      Map<String, String> columns = new TreeMap<>();
      Map<String, Long> sequences = new TreeMap<>();
      try {
        for (String line : text.lines().toList()) {
          int last = line.lastIndexOf(' ');
          int first = line.indexOf(' ');
          switch (line.substring(0, first)) {
            case "columns" -> {
              String[] words = line.split(" ", 3);
              columns.put(words[1], words[2]);
            }
            case "rows" -> rows.put(line.substring(first + 1, last), Long.valueOf(line.substring(last + 1)));
            case "sequence" -> sequences.put(line.substring(first + 1, last), Long.valueOf(line.substring(last + 1)));
            default -> facts.put(line.substring(0, first), line.substring(first + 1));
          }
        }
        String key = fact(facts, "key_check");
        return new Contents(
            Instant.parse(fact(facts, "made_at")), fact(facts, "schema"), key.equals("-") ? "" : key, Integer.parseInt(fact(facts, "files")), rows, columns, sequences);
      } catch (RuntimeException e) {
        throw new Damaged(CONTENTS + " cannot be read");
      }
    }

    private static String fact(Map<String, String> facts, String name) {
      return Objects.requireNonNull(facts.get(name), name);
    }
  }

  /**
   * Opens a backup and reads all of it once: every file in it must be listed, and have the hash it is listed with.
   *
   * @throws Damaged when it is no backup, or not whole
   */
  static BackupFile opened(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (java.util.zip.ZipException e) {
      throw new Damaged("no zip, or cut off");
    }
    try {
      check(zip);
      return new BackupFile(zip, Contents.of(new String(bytes(zip, CONTENTS), StandardCharsets.UTF_8)));
    } catch (Damaged e) {
      zip.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw new Damaged(e.getClass().getSimpleName());
    }
  }

  private static void check(ZipFile zip) throws IOException {
    byte[] list = bytes(zip, SUMS);
    if (!(COMMENT + HexFormat.of().formatHex(Claims.sha256().digest(list))).equals(zip.getComment())) {
      throw new Damaged(SUMS + " is not the list it was");
    }
    Map<String, String> sums = new TreeMap<>();
    for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      Matcher sum = SUM.matcher(line);
      if (!sum.matches()) {
        throw new Damaged(SUMS + " cannot be read");
      }
      sums.put(sum.group(2), sum.group(1));
    }
    int found = 0;
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      if (!entry.getName().equals(SUMS)) {
        found++;
        if (!sha256(zip, entry).equals(sums.get(listed(entry.getName())))) {
          throw new Damaged(entry.getName() + " is not as it was written");
        }
      }
    }
    if (found != sums.size()) {
      throw new Damaged("files are missing");
    }
  }

  /** A name as the list writes it: a line each. */
  static String listed(String name) {
    return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String sha256(ZipFile zip, ZipEntry entry) throws IOException {
    MessageDigest digest = Claims.sha256();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new Damaged(name + " is missing");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  Contents contents() {
    return contents;
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** A file of the backup; the caller closes it. */
  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new Damaged(name + " is missing");
    }
    return zip.getInputStream(entry);
  }

  /** The names below a folder of the zip. */
  Iterable<String> below(String folder) {
    return zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(folder) && !name.endsWith("/"))::iterator;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
