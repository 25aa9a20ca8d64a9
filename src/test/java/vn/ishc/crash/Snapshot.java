package vn.ishc.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * All that a load has made, as text that two loads of the same files have in common: every row of staging, vault, star and marts, what is known of the files, and every
 * file of the home folder by its content. Left out is what is different in any two loads: numbers of runs, moments (only their order is kept), sealed texts (a random
 * number is sealed in).
 *
 * @param parts the rows of each table or folder, sorted
 */
record Snapshot(Map<String, List<String>> parts) {
  private static final int SHOWN_MAX = 3;
  private static final List<String> FOLDERS = List.of("inbox", "claimed", "spool", "archive", "outbox", "reports");

  private static final String JOURNAL = "journal.tsv";
  private static final int MOMENT = 3;
  private static final String ANSWER = ".xlsx";
  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern TIMES = Pattern.compile("<dcterms:[^>]*>[^<]*</dcterms:[a-z]*>");

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname as name,
        (select coalesce(array_agg(a.attname), '{}')::text from pg_attribute a
         where a.attrelid = c.oid and (a.attname in ('load_id', 'received_at', 'scored_at') or a.attname like '%\\_sealed')) as left_out
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v')
        and (n.nspname in ('staging', 'vault', 'core', 'mart')
          or n.nspname = 'ops' and c.relname in ('file', 'file_table', 'finding', 'slice', 'submitter', 'arrival'))
      order by 1
      """;

  private static final String ORDER_OF_ARRIVAL = "select file_id || ' ' || dense_rank() over (order by received_at) from ops.file order by file_id";

  /** Takes it. */
  static Snapshot of(Connection connection, Path home) throws SQLException, IOException {
    Map<String, List<String>> parts = new TreeMap<>();
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.put(rows.getString(1), rows.getString(2));
      }
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      String sql = "select line from (select (to_jsonb(t) - '%s'::text[])::text as line from %s t) l order by line collate \"C\"".formatted(table.getValue(), table.getKey());
      parts.put(table.getKey(), rows(connection, sql));
    }
    parts.put("order of arrival", rows(connection, ORDER_OF_ARRIVAL));
    parts.put("runs under way", rows(connection, "select 'load' from ops.load where state = 'running'"));
    for (String folder : FOLDERS) {
      parts.put(folder + "/", files(home.resolve(folder)));
    }
    return new Snapshot(parts);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(folder.relativize(file) + " " + sha256(content(file)));
      }
      return lines;
    }
  }

  /** The bytes; of a workbook that we have written its parts, in the order of their names, without the times at which they were packed. */
  private static byte[] content(Path file) throws IOException {
    if (file.endsWith("archive/" + JOURNAL)) {
      return journal(Files.readAllLines(file)).getBytes(StandardCharsets.UTF_8);
    }
    if (!file.toString().endsWith(ANSWER) || !file.toString().contains("outbox")) {
      return Files.readAllBytes(file);
    }
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        boolean times = part.getName().equals(PROPERTIES);
        parts.put(part.getName(), times ? TIMES.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("").getBytes(StandardCharsets.UTF_8) : bytes);
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(
        (name, bytes) -> {
          all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
          all.writeBytes(bytes);
        });
    return parts.isEmpty() ? Files.readAllBytes(file) : all.toByteArray();
  }

  /** What the journal of the archive says in the end of each original, without the moments and the checks that seal the lines. */
  private static String journal(List<String> lines) {
    Map<String, String> last = new TreeMap<>();
    for (String line : lines) {
      List<String> fields = new ArrayList<>(List.of(line.split("\t", -1)));
      fields.removeLast();
      if (fields.size() > MOMENT) {
        fields.remove(MOMENT);
      }
      last.put(fields.getFirst(), fields.toString());
    }
    return last.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Number of rows and files. */
  long size() {
    return parts.values().stream().mapToLong(List::size).sum();
  }

  /** What the other one has and this one lacks, and the other way round, the first of each part. */
  List<String> differences(Snapshot other) {
    List<String> differences = new ArrayList<>();
    for (String part : parts.keySet()) {
      List<String> own = parts.get(part);
      List<String> its = other.parts.getOrDefault(part, List.of());
      if (!Objects.equals(own, its)) {
        differences.add("%s: %d expected, %d found".formatted(part, own.size(), its.size()));
        own.stream().filter(line -> !its.contains(line)).limit(SHOWN_MAX).forEach(line -> differences.add("  - " + line));
        its.stream().filter(line -> !own.contains(line)).limit(SHOWN_MAX).forEach(line -> differences.add("  + " + line));
      }
    }
    return differences;
  }

  /** The whole as one hash, to be printed. */
  String hash() {
    return sha256(parts.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
