package vn.ishc.run;

/** Names a fault for the log without its message, which may quote what a file says. */
final class Faults {
  private static final int FRAMES_MAX = 6;

  private Faults() {}

  static String where(Throwable fault) {
    StringBuilder text = new StringBuilder(fault.getClass().getName());
    if (fault instanceof IllegalStateException || fault instanceof IllegalArgumentException) {
      text.append(" at");
    }
    StackTraceElement[] frames = fault.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES_MAX, frames.length); i++) {
      text.append(' ').append(frames[i].getClassName()).append('.').append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
    }
    Throwable cause = fault.getCause();
    return cause == null || cause == fault ? text.toString() : text + " caused by " + where(cause);
  }
}
