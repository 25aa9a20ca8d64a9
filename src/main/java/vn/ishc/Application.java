package vn.ishc;

/** Starts the command line. */
public final class Application {
  private Application() {}

  /**
   * Runs one command and ends the process with its exit status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.out.println("ishc");
  }
}
