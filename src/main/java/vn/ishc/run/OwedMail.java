package vn.ishc.run;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Which mails are to go and which went: {@code ops.reminder}. All lines of a run are written for good before its first mail is sent, and each is marked once the
 * server has taken its mail. So a mail goes at least once whatever becomes of the process, and twice only if that dies between the server's yes and the mark.
 *
 * @param connection used for nothing else meanwhile: what is being sent is a transaction of it
 */
record OwedMail(Connection connection) {
  /** Whose mail is to go. */
  static Set<String> folders(Connection connection) throws SQLException {
    Set<String> folders = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select submitter from ops.reminder where mailed_at is null")) {
      while (row.next()) {
        folders.add(row.getString(1));
      }
    }
    return folders;
  }

  /** Writes down whose mails are to go, in the place of those that a former run still owes; who got one on that day gets none. */
  void write(Set<String> folders, LocalDate day) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement replaced = connection.prepareStatement("delete from ops.reminder where mailed_at is null");
        PreparedStatement line = connection.prepareStatement("insert into ops.reminder (submitter, reminded_on) values (?, ?) on conflict do nothing")) {
      replaced.executeUpdate();
      for (String folder : folders) {
        line.setString(1, folder);
        line.setDate(2, Date.valueOf(day));
        line.addBatch();
      }
      line.executeBatch();
    }
    end();
  }

  /** Begins to send the mail of a sender; false where none is to go, or another process is sending it. */
  boolean begin(String folder) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement("select from ops.reminder where submitter = ? and mailed_at is null for update skip locked")) {
      statement.setString(1, folder);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return true;
        }
      }
    }
    end();
    return false;
  }

  /** The server took what was begun. */
  void sent(String folder, LocalDate day, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("update ops.reminder set reminded_on = ?, mailed_at = ? where submitter = ? and mailed_at is null")) {
      statement.setDate(1, Date.valueOf(day));
      statement.setTimestamp(2, Timestamp.from(now));
      statement.setString(3, folder);
      statement.executeUpdate();
    }
    end();
  }

  /** The server did not take it: it is still to be sent. */
  void keep() throws SQLException {
    end();
  }

  /** Nobody is to be written to any more. */
  void drop(String folder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("delete from ops.reminder where submitter = ? and mailed_at is null")) {
      statement.setString(1, folder);
      statement.executeUpdate();
    }
  }

  private void end() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }
}
