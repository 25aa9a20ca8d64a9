package vn.ishc.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The warehouse's database.
 *
 * @param dataSource where it is; its user owns the schemas
 * @param root the folder that holds {@code sql/} and {@code jobs/}
 */
public record Database(DataSource dataSource, Path root) {

  /**
   * Brings schemas, marts, reference data and rights up to date. Does nothing where nothing has changed; safe to call at every start.
   *
   * @throws SQLException when the reference data cannot be written
   */
  public void migrate() throws SQLException {
    boolean changed =
        Flyway.configure()
        .dataSource(dataSource)
        .locations(filesystem("sql/migrations"), filesystem("sql/marts"))
        .failOnMissingLocations(true)
        .defaultSchema("public")
        .placeholderReplacement(false)
        // Migrations of different fields of work land in any order; each leaves the others' tables alone.
        .outOfOrder(true)
        .load()
        .migrate()
        .migrationsExecuted > 0;
    new ReferenceData(root).seed(dataSource);
    new Access(root).apply(dataSource, changed);
  }

  /**
   * Makes the tables as they were at a version, without marts, reference data and rights, for rows of that version to be laid into.
   *
   * @param version number of the last migration
   */
  public void tablesOf(String version) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations(filesystem("sql/migrations"))
        .failOnMissingLocations(true)
        .defaultSchema("public")
        .placeholderReplacement(false)
        // Migrations of different fields of work land in any order; each leaves the others' tables alone.
        .outOfOrder(true)
        .target(version)
        .load()
        .migrate();
  }

  private String filesystem(String folder) {
    return "filesystem:" + root.resolve(folder).toAbsolutePath();
  }
}
