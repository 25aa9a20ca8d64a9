package vn.ishc.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Through which server mail goes, and to whom: the part {@code mail} of {@code jobs/submitters.yml}. The password is never in the file but in the environment.
 *
 * @param host of the server
 * @param port of the server
 * @param startTls whether the connection must be encrypted before anything is said
 * @param from sender
 * @param user to sign in as; empty for a server that asks for none
 * @param addresses by folder of the inbox
 */
public record MailSettings(String host, int port, boolean startTls, String from, Optional<String> user, Map<String, List<String>> addresses) {
  /** The environment variable with the password of {@link #user}. */
  public static final String PASSWORD = "ISHC_MAIL_PASSWORD";

  private static final int PORT_USUAL = 587;
  private static final int PORT_MAX = 65_535;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\"]+");

  /** Copies the addresses. */
  public MailSettings {
    addresses = Map.copyOf(addresses);
  }

  /** To whom mail for a folder goes; empty for nobody. */
  public List<String> to(String folder) {
    return addresses.getOrDefault(folder.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * Reads the part.
   *
   * @return empty when there is none, or when it says {@code enabled: false}
   * @throws IllegalArgumentException where › what › an example
   */
  static Optional<MailSettings> of(@Nullable Object part) {
    if (part == null) {
      return Optional.empty();
    }
    if (!(part instanceof Map<?, ?> map)) {
      throw bad("mail", "host, from, addresses");
    }
    if (!Boolean.parseBoolean(text(map, "enabled", "false"))) {
      return Optional.empty();
    }
    String host = text(map, "host", "");
    if (host.isEmpty()) {
      throw bad("mail › host", "smtp.nghean.gov.vn");
    }
    String user = text(map, "user", "");
    return Optional.of(
        new MailSettings(
            host, port(text(map, "port", Integer.toString(PORT_USUAL))), Boolean.parseBoolean(text(map, "starttls", "true")), address("mail › from", text(map, "from", "")),
            Optional.of(user).filter(name -> !name.isEmpty()), addresses(map.get("addresses"))));
  }

  private static Map<String, List<String>> addresses(@Nullable Object part) {
    Map<String, List<String>> addresses = new TreeMap<>();
    if (part instanceof Map<?, ?> map) {
      map.forEach(
          (folder, value) -> {
            List<String> of = new ArrayList<>();
            for (Object each : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
              of.add(address("mail › addresses › " + folder, String.valueOf(each).strip()));
            }
            addresses.put(String.valueOf(folder).toLowerCase(Locale.ROOT), List.copyOf(of));
          });
    } else if (part != null) {
      throw bad("mail › addresses", "hoi-nct-tinh: vanphong@hoinct.nghean.gov.vn");
    }
    return addresses;
  }

  private static String address(String where, String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw bad(where, "vanphong@hoinct.nghean.gov.vn");
    }
    return text;
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > PORT_MAX) {
      throw bad("mail › port", Integer.toString(PORT_USUAL));
    }
    return port;
  }

  private static String text(Map<?, ?> map, String key, String usual) {
    Object value = map.get(key);
    return value == null ? usual : String.valueOf(value).strip();
  }

  private static IllegalArgumentException bad(String where, String example) {
    return new IllegalArgumentException("submitters.yml › " + where + ": for example " + example);
  }
}
