package vn.ishc.warehouse;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ishc.link.Birth;
import vn.ishc.link.PersonProfile;
import vn.ishc.link.WrittenName;

/** Reads a row of {@code vault.person_profile}. */
final class ProfileRow {
  private static final String COLUMNS =
      "profile_key, name_key, birth, birth_to, sex, national_id, old_id, insurance_no, phone, hamlet_key, house_key, successor_code, club_key, "
          + "nullif(rosters, '{}'), nullif(loans, '{}'), first_period, named_only";

  private ProfileRow() {}

  /** A query for profiles; {@code rest} is what follows the table. */
  static String select(String rest) {
    return "select " + COLUMNS + " from vault.person_profile " + rest;
  }

  static PersonProfile read(ResultSet row) throws SQLException {
    return new PersonProfile(
        row.getLong(1), WrittenName.of(text(row, 2)), birth(row), text(row, 5), text(row, 6), text(row, 7), text(row, 8), text(row, 9), text(row, 10), text(row, 11),
        text(row, 12), row.getLong(13), longs(row.getArray(14)), texts(row.getArray(15)), text(row, 16), row.getBoolean(17));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Birth birth(ResultSet row) throws SQLException {
    LocalDate from = row.getObject(3, LocalDate.class);
    LocalDate to = row.getObject(4, LocalDate.class);
    return from == null || to == null ? Birth.UNKNOWN : Birth.of(from, to);
  }

  private static long[] longs(@Nullable Array array) throws SQLException {
    return array == null ? new long[0] : Arrays.stream((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
  }

  private static String[] texts(@Nullable Array array) throws SQLException {
    return array == null ? new String[0] : (String[]) array.getArray();
  }
}
