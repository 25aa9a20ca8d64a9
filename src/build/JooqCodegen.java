import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes of the star from the migrations, on a throw-away embedded PostgreSQL. Run by the build
 * in a forked JVM, so that it needs neither Docker nor a JDK newer than Maven's own.
 *
 * <p>Arguments: the folder to write to, the folders of the migrations. Skips the work when nothing has changed.
 */
public class JooqCodegen {
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    List<Path> migrations = Arrays.stream(args).skip(1).map(Path::of).toList();
    Path mark = out.resolveSibling("jooq.sha256");
    String fingerprint = fingerprint(migrations);
    if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
      return;
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations(migrations.stream().map(folder -> "filesystem:" + folder).toArray(String[]::new))
          .defaultSchema("public")
          .load()
          .migrate();
      GenerationTool tool = new GenerationTool();
      tool.setDataSource(postgres.getPostgresDatabase());
      tool.run(configuration(out));
    }
    Files.createDirectories(out);
    Files.writeString(mark, fingerprint);
  }

  private static Configuration configuration(Path out) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withIncludes(".*")
                        .withExcludes("(ops\\.(batch|qrtz)_.*)|flyway_schema_history|pg_.*")
                        .withSchemata(
                            new SchemaMappingType().withInputSchema("ops"),
                            new SchemaMappingType().withInputSchema("core"),
                            new SchemaMappingType().withInputSchema("mart"))
                        .withIncludeRoutines(false))
                .withGenerate(
                    new Generate().withDeprecated(false).withRecords(true).withPojos(false).withGeneratedAnnotation(false))
                .withTarget(new Target().withPackageName("vn.ishc.db").withDirectory(out.toString()).withClean(true)));
  }

  private static String fingerprint(List<Path> migrations) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(Path.of("src/build/JooqCodegen.java")));
    digest.update(org.jooq.Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
    for (Path folder : migrations) {
      try (var files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
