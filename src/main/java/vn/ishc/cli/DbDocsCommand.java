package vn.ishc.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code ishc db docs}: the data dictionary as one HTML page. */
@Command(name = "docs", sortOptions = false, customSynopsis = "ishc db docs [--out FILE]")
final class DbDocsCommand extends Subcommand {
  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
  private @Nullable Path out;

  @Override
  Outcome run(Session session) throws Exception {
    Screen screen = session.screen();
    try (OpenWarehouse warehouse = OpenWarehouse.open(session.settings().database(), session.settings().root());
        Connection connection = warehouse.source().getConnection()) {
      String page = DictionaryPage.of(DataDictionary.read(connection), screen.language());
      Optional<Path> file = Optional.ofNullable(out);
      if (file.isPresent()) {
        Files.writeString(file.get(), page, StandardCharsets.UTF_8);
        screen.note("docs.done", file.get());
      } else {
        screen.out().print(page);
        screen.out().flush();
      }
    }
    return Outcome.DONE;
  }
}
