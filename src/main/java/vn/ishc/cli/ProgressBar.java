package vn.ishc.cli;

import java.util.concurrent.TimeUnit;

/**
 * How far long work has come: a bar drawn over itself on a terminal, a line at every tenth elsewhere, nothing
 * when quiet. Safe for use by several threads.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int TENTHS = 10;
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Screen screen;
  private final Figures figures;
  private final String label;
  private final long total;
  private long done;
  private long drawnTenth;
  private long drawnAt;
  private boolean drawn;

  /**
   * A bar at its beginning.
   *
   * @param screen where it is drawn
   * @param label what is under way
   * @param total how much there is to do; 0 or less when nobody knows
   */
  public ProgressBar(Screen screen, String label, long total) {
    this.screen = screen;
    this.figures = Figures.of(screen.language());
    this.label = label;
    this.total = total;
    this.drawnAt = System.nanoTime() - REDRAW_NANOS;
  }

  /** That much more is done. */
  public synchronized void advance(long more) {
    done += more;
    if (screen.quiet()) {
      return;
    }
    if (screen.progress()) {
      redraw();
    } else if (total > 0 && tenth() > drawnTenth) {
      drawnTenth = tenth();
      screen.err().println(label + " " + share());
    }
  }

  private long tenth() {
    return Math.min(done, total) * TENTHS / total;
  }

  private void redraw() {
    long now = System.nanoTime();
    if (now - drawnAt >= REDRAW_NANOS) {
      drawnAt = now;
      drawn = true;
      screen.err().print("\r" + label + " " + bar() + share() + "\u001B[K");
      screen.err().flush();
    }
  }

  private String bar() {
    if (total <= 0) {
      return "";
    }
    int full = (int) (Math.min(done, total) * WIDTH / total);
    return "█".repeat(full) + "░".repeat(WIDTH - full) + " ";
  }

  private String share() {
    return total > 0 ? figures.text(done) + "/" + figures.text(total) : figures.text(done);
  }

  /** Takes the bar off the terminal. */
  @Override
  public synchronized void close() {
    if (drawn) {
      screen.err().print("\r\u001B[K");
      screen.err().flush();
    }
  }
}
