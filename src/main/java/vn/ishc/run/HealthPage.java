package vn.ishc.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code /actuator/health} and {@code /actuator/prometheus} of a daemon, for monitoring on the same machine: the paths and forms of Spring Boot's Actuator, so that
 * ready-made probes fit, without a web server for two pages.
 */
public final class HealthPage implements AutoCloseable {
  private final HttpServer server;
  private final Serve serve;

  private HealthPage(Serve serve, HttpServer server) {
    this.serve = serve;
    this.server = server;
  }

  /**
   * Opens the page on the loopback address.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static HealthPage open(Serve serve, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
    HealthPage page = new HealthPage(serve, server);
    server.createContext("/actuator/health", page::health);
    server.createContext("/actuator/prometheus", page::prometheus);
    server.start();
    return page;
  }

  /** Where it is open. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void health(HttpExchange exchange) throws IOException {
    Map<String, Boolean> parts = new TreeMap<>(serve.health());
    boolean up = !parts.containsValue(false);
    String components =
        parts.entrySet().stream().map(part -> "\"" + part.getKey() + "\":{\"status\":\"" + word(part.getValue()) + "\"}").collect(Collectors.joining(","));
    answer(exchange, up ? 200 : 503, "application/json", "{\"status\":\"" + word(up) + "\",\"components\":{" + components + "}}");
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }

  private void prometheus(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", serve.metrics());
  }

  private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
