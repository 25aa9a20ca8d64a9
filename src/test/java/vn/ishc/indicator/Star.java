package vn.ishc.indicator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The migrated schemas on a real PostgreSQL, empty but for the half-years and the 21 districts; one for all tests. */
final class Star implements AutoCloseable {
  private static final String[] DISTRICTS = {
    "Vinh", "Cửa Lò", "Thái Hoà", "Quế Phong", "Quỳ Châu", "Kỳ Sơn", "Tương Dương", "Nghĩa Đàn", "Quỳ Hợp", "Quỳnh Lưu", "Con Cuông",
    "Tân Kỳ", "Anh Sơn", "Diễn Châu", "Yên Thành", "Đô Lương", "Thanh Chương", "Nghi Lộc", "Nam Đàn", "Hưng Nguyên", "Hoàng Mai"
  };

  private final EmbeddedPostgres postgres;

  private Star() {
    try {
      postgres = EmbeddedPostgres.builder().start();
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:sql/migrations", "filesystem:sql/marts")
          .defaultSchema("public")
          .load()
          .migrate();
      seed();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Star of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Star.class))
        .computeIfAbsent("star", key -> new Star(), Star.class);
  }

  /** A connection of its own, in a transaction. */
  Connection connect() throws SQLException {
    Connection connection = postgres.getPostgresDatabase().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private void seed() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (int i = 0; i < DISTRICTS.length; i++) {
        statement.execute("insert into core.dim_plan_district values ('" + (412 + i) + "', '" + DISTRICTS[i] + "') on conflict do nothing");
      }
      for (int year = 2020; year <= 2026; year++) {
        for (int half = 1; half <= 2; half++) {
          statement.execute(
              "insert into core.dim_period (period_key, period, year, half, starts_on, ends_on, due_on) select core.period_key(p), p, "
                  + year + ", " + half + ", core.period_start(p), core.period_end(p), core.period_end(p) from (values ('"
                  + year + "-H" + half + "')) as v (p) on conflict do nothing");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
