package vn.ishc.run;

import java.sql.SQLException;
import vn.ishc.warehouse.SetBasedLoadFailed;

/** Names a fault for the log without its message, which may quote what a file says. */
final class Faults {
  private static final int FRAMES_MAX = 6;

  private Faults() {}

  /** Whether the database is well and will not have these data (SQLSTATE classes 22, 23, 54): the next file may be better. */
  static boolean ofTheData(SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  static String where(Throwable fault) {
    StringBuilder text = new StringBuilder(fault.getClass().getName());
    if (fault instanceof SetBasedLoadFailed) {
      // Names the SQL file and the state, never data.
      text.append(' ').append(fault.getMessage());
    } else if (fault instanceof SQLException sql) {
      text.append(" state ").append(sql.getSQLState());
    }
    StackTraceElement[] frames = fault.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES_MAX, frames.length); i++) {
      text.append(' ').append(frames[i].getClassName()).append('.').append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
    }
    Throwable cause = fault.getCause();
    return cause == null || cause == fault ? text.toString() : text + " caused by " + where(cause);
  }
}
