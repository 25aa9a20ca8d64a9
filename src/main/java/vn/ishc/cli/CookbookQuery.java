package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ishc.row.Language;

/**
 * A question of the analysts' cookbook: a file of {@code sql/queries}. Its head tells {@code vi}, {@code en} (the question), {@code grain}, {@code read}
 * (how to read the answer) and {@code set} (a parameter with its default); {@code :name} in the statement is a parameter.
 *
 * @param name name of the file
 * @param vietnamese the question in Vietnamese
 * @param english the question in English
 * @param grain what a row of the answer is
 * @param reading how to read it
 * @param parameters the values that hold when nothing is set, by name
 * @param statement the statement, parameters by name
 */
record CookbookQuery(
    String name, String vietnamese, String english, String grain, String reading, Map<String, String> parameters, String statement) {
  private static final Pattern HEAD = Pattern.compile("(?m)^-- (vi|en|grain|read|set): (.*)$");
  private static final Pattern SETTING = Pattern.compile("([a-z_]+)=(\\S*).*");
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

  /** All questions of a folder, by name. */
  static List<CookbookQuery> all(Path folder) throws IOException {
    List<CookbookQuery> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).sorted().toList()) {
        String name = file.getFileName().toString();
        queries.add(parse(name.substring(0, name.length() - ".sql".length()), Files.readString(file)));
      }
    }
    return queries;
  }

  static CookbookQuery parse(String name, String text) {
    Map<String, String> head = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher line = HEAD.matcher(text);
    while (line.find()) {
      Matcher setting = SETTING.matcher(line.group(2));
      if (line.group(1).equals("set") && setting.matches()) {
        parameters.put(setting.group(1), setting.group(2));
      }
      head.put(line.group(1), line.group(2));
    }
    for (String key : List.of("vi", "en", "grain", "read")) {
      if (head.getOrDefault(key, "").isBlank()) {
        throw new IllegalStateException("sql/queries/" + name + ".sql: the head lacks “" + key + "”");
      }
    }
    String statement = text.lines().filter(each -> !each.startsWith("--")).reduce("", (all, each) -> all + each + "\n").strip();
    return new CookbookQuery(
        name, head.getOrDefault("vi", ""), head.getOrDefault("en", ""), head.getOrDefault("grain", ""), head.getOrDefault("read", ""), Map.copyOf(parameters),
        statement);
  }

  String question(Language language) {
    return language == Language.VI ? vietnamese : english;
  }

  /**
   * The statement with its parameters bound, never pasted in.
   *
   * @param given values by name; the defaults hold for the others
   */
  PreparedStatement prepare(Connection connection, Map<String, String> given) throws SQLException {
    List<String> values = new ArrayList<>();
    String text = PARAMETER.matcher(statement).replaceAll(match -> {
      String parameter = match.group(1);
      values.add(given.getOrDefault(parameter, parameters.getOrDefault(parameter, "")));
      return "?";
    });
    PreparedStatement prepared = connection.prepareStatement(text);
    for (int i = 0; i < values.size(); i++) {
      prepared.setString(i + 1, values.get(i));
    }
    return prepared;
  }

  /** The names in the statement that the head does not tell; none in a sound file. */
  List<String> undeclared() {
    return PARAMETER.matcher(statement).results().map(match -> match.group(1)).filter(each -> !parameters.containsKey(each)).distinct().toList();
  }
}
