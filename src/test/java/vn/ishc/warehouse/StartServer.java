package vn.ishc.warehouse;

import java.nio.file.Path;

/** A program of its own that starts or joins the server of a home and says which one: for tests with many processes. */
public final class StartServer {
  private StartServer() {}

  /** Prints the server's process and port. */
  public static void main(String[] args) throws Exception {
    EmbeddedServer server = new EmbeddedServer(Path.of(args[0]));
    server.start();
    System.out.println(server.running().orElseThrow());
  }
}
