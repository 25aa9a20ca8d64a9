package vn.ishc.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the embedded server is set up. Written anew at each start into {@code ishc.conf}, which {@code postgresql.conf}
 * includes last; an operator's own {@code alter system set …} comes after it and wins.
 */
final class ServerSettings {
  /** The major version whose data folders we open. */
  static final String MAJOR = "18";

  static final String OWNER = "ishc";
  static final String DATABASE = "ishc";
  static final String ADDRESS = "127.0.0.1";

  private static final String FILE = "ishc.conf";
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final long SHARED_MEMORY_BYTES_MIN = 512L << 20;

  private ServerSettings() {}

  /** How {@code initdb} makes the data folder: everybody shows a password, Vietnamese sorts as Vietnamese. */
  static List<String> initdb(Path data, Path passwordFile, String locale) {
    return List.of(
        "--pgdata=" + data,
        "--username=" + OWNER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=" + locale,
        "--locale-provider=icu",
        "--icu-locale=vi",
        "--data-checksums");
  }

  /** Has {@code postgresql.conf} read our settings. */
  static void include(Path data) throws IOException {
    Path file = data.resolve("postgresql.conf");
    String before = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, before + "\ninclude_if_exists = '" + FILE + "'\n", StandardCharsets.UTF_8);
  }

  /** Writes our settings; the server's account must be able to read them. */
  static void write(Path data, int port) throws IOException {
    String text =
        settings(port).entrySet().stream()
            .map(each -> each.getKey() + " = '" + each.getValue() + "'\n")
            .collect(Collectors.joining("", "# written at every start; use alter system to change a setting\n", ""));
    Path file = data.resolve(FILE);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    file.toFile().setReadable(true, false);
  }

  private static Map<String, String> settings(int port) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", Integer.toString(port));
    settings.put("listen_addresses", ADDRESS);
    settings.put("unix_socket_directories", "");
    settings.put("cluster_name", "ishc");
    settings.put("max_connections", "60");
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("timezone", "Asia/Ho_Chi_Minh");
    settings.put("log_timezone", "Asia/Ho_Chi_Minh");
    settings.put("shared_buffers", "256MB");
    settings.put("work_mem", "32MB");
    settings.put("maintenance_work_mem", "128MB");
    settings.put("max_wal_size", "2GB");
    if (Files.isDirectory(SHARED_MEMORY)) {
      settings.put("dynamic_shared_memory_type", dynamicSharedMemory());
    }
    settings.putAll(log());
    return settings;
  }

  /** The log tells of starts, stops and crashes, never of statements: their texts and values may be personal. */
  private static Map<String, String> log() {
    return Map.of(
        "log_min_messages", "log",
        "log_min_error_statement", "panic",
        "log_error_verbosity", "terse",
        "log_checkpoints", "off",
        "lc_messages", "C");
  }

  /** Containers often have 64 MB of shared memory, too little for parallel queries: then a file in the data folder. */
  private static String dynamicSharedMemory() throws IOException {
    return Files.getFileStore(SHARED_MEMORY).getTotalSpace() < SHARED_MEMORY_BYTES_MIN ? "mmap" : "posix";
  }
}
