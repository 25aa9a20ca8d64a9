package vn.ishc.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contracts;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Value;

/**
 * The staging table of a feed and where each of its columns comes from: by name from the contract, or from the walk. Nothing in Java knows a feed: a
 * column of the table that no contract column fills keeps its default.
 *
 * @param name qualified table name
 * @param columns in the order they are written
 * @param sources one per column
 */
record StagingTable(String name, List<String> columns, List<Source> sources) {

  /** What is known when a row is written. */
  record Context(String fileId, int table, String sheet, int slice, String period, int[] mentions) {}

  /** Writes one column. */
  interface Source {
    void write(CopyLine line, Context context, LinkedRow row);
  }

  /** Reads the columns of the staging tables of all contracts that have one. */
  static Map<String, StagingTable> of(Connection connection, Contracts contracts) throws SQLException {
    Map<String, StagingTable> tables = new HashMap<>();
    for (Contract contract : contracts.all()) {
      List<String> columns = columns(connection, contract.table());
      if (columns.isEmpty()) {
        throw new IllegalStateException("feed " + contract.feed() + " has no table staging." + contract.table());
      }
      tables.put(contract.feed(), of(contract, columns));
    }
    return tables;
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    String sql =
        "select attname from pg_attribute where attrelid = to_regclass('staging.' || quote_ident(?)) and attnum > 0 and not attisdropped order by attnum";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  private static StagingTable of(Contract contract, List<String> columns) {
    List<String> filled = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (String column : columns) {
      source(contract, column)
          .ifPresent(
              source -> {
                filled.add(column);
                sources.add(source);
              });
    }
    return new StagingTable("staging." + contract.table(), List.copyOf(filled), List.copyOf(sources));
  }

  private static Optional<Source> source(Contract contract, String column) {
    return switch (column) {
      case "file_id" -> Optional.of((line, context, row) -> line.add(context.fileId()));
      case "table_no" -> Optional.of((line, context, row) -> line.add(context.table()));
      case "sheet" -> Optional.of((line, context, row) -> line.add(context.sheet()));
      case "row_number" -> Optional.of((line, context, row) -> line.add(row.clean().raw().number()));
      case "slice_no" -> Optional.of((line, context, row) -> line.add(context.slice()));
      case "period" -> Optional.of((line, context, row) -> line.add(context.period()));
      case "club_no" -> Optional.of((line, context, row) -> line.addOrNull(row.club() == null ? 0 : row.club().number()));
      case "duplicate_of_row" -> Optional.of((line, context, row) -> line.addOrNull(row.repeats()));
      case "source_values" -> Optional.of((line, context, row) -> line.addJson(written(contract, row)));
      case "plan_district" -> Optional.of((line, context, row) -> line.add(row.planDistrict()));
      case "whole_district" -> Optional.of((line, context, row) -> line.add(row.club() == null));
      default -> person(contract, column).or(() -> value(contract, column));
    };
  }

  /** What was written for values that could not be read; what is personal stays out. */
  private static Map<String, String> written(Contract contract, LinkedRow row) {
    Map<String, String> written = row.clean().written();
    if (written.isEmpty()) {
      return written;
    }
    Map<String, String> harmless = new HashMap<>(written);
    contract.columns().stream().filter(column -> column.type().personal()).forEach(column -> harmless.remove(column.name()));
    row.clean().findings().stream().filter(Finding::personal).forEach(finding -> harmless.remove(finding.columnName()));
    return harmless;
  }

  private static Optional<Source> person(Contract contract, String column) {
    for (int i = 0; i < contract.persons().size(); i++) {
      String name = i == 0 ? "mention_no" : contract.persons().get(i).role() + "_mention_no";
      if (name.equals(column)) {
        int person = i;
        return Optional.of((line, context, row) -> line.addOrNull(context.mentions()[person]));
      }
    }
    return Optional.empty();
  }

  private static Optional<Source> value(Contract contract, String column) {
    for (Column of : contract.columns()) {
      int index = of.index();
      boolean open = !of.type().personal();
      if (open && column.equals(of.name())) {
        return Optional.of((line, context, row) -> line.add(row.clean().values()[index]));
      }
      if (open && column.equals(of.name() + "_to")) {
        return Optional.of((line, context, row) -> line.add(date(row, index).map(d -> d.to().toString()).orElse(null)));
      }
      if (open && column.equals(of.name() + "_precision")) {
        return Optional.of((line, context, row) -> line.add(date(row, index).map(StagingTable::precision).orElse(null)));
      }
      if (!open && column.equals(of.name().replace("_name", "") + "_filled")) {
        return Optional.of((line, context, row) -> line.add(!row.clean().values()[index].isAbsent()));
      }
    }
    return Optional.empty();
  }

  private static Optional<vn.ishc.row.PartialDate> date(LinkedRow row, int index) {
    return row.clean().values()[index] instanceof Value.Date date ? Optional.of(date.date()) : Optional.empty();
  }

  static String precision(vn.ishc.row.PartialDate date) {
    return date.precision().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The COPY statement. */
  String copy() {
    return "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
  }

  void write(CopyLine line, Context context, LinkedRow row) {
    for (Source source : sources) {
      source.write(line, context, row);
    }
  }
}
