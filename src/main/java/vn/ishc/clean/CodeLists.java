package vn.ishc.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The code lists of {@code jobs/lists}: one file per list, each code with what people write for it. {@code lists/en} has a word for each code, for readers of English.
 */
public final class CodeLists {
  private final Map<String, CodeList> lists = new TreeMap<>();
  private final Map<String, Map<String, String>> english = new TreeMap<>();

  /**
   * Reads every {@code *.yml} of a folder, and of its folder {@code en} where there is one.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a list is no mapping of codes to phrases
   */
  public static CodeLists read(Path folder) throws IOException {
    CodeLists lists = new CodeLists();
    for (Path file : files(folder)) {
      lists.lists.put(name(file), list(file));
    }
    Path english = folder.resolve("en");
    for (Path file : Files.isDirectory(english) ? files(english) : List.<Path>of()) {
      lists.english.put(name(file), words(file));
    }
    return lists;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yml", "");
  }

  private static Map<String, String> words(Path file) throws IOException {
    Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    if (!(root instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("en/" + file.getFileName() + ": a mapping of codes to words");
    }
    Map<String, String> words = new LinkedHashMap<>();
    map.forEach((code, word) -> words.put(String.valueOf(code), String.valueOf(word)));
    return words;
  }

  private static CodeList list(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  /**
   * A list written in YAML: a mapping of codes to lists of phrases.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static CodeList parse(String yaml) {
    Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    if (!(root instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a code list is a mapping of codes to phrases");
    }
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    map.forEach((code, texts) -> phrases.put(code.toString(), phrases(code.toString(), texts)));
    return new CodeList(phrases);
  }

  private static List<String> phrases(String code, @Nullable Object texts) {
    if (texts instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalArgumentException("the code " + code + " must have a list of phrases");
  }

  /** The names of the lists. */
  public Set<String> names() {
    return lists.keySet();
  }

  /**
   * A code as a person reads it; where nobody has written a word for it, the code with blanks.
   *
   * @throws IllegalArgumentException when there is no such list
   */
  public String word(String name, String code, boolean vietnamese) {
    Map<String, String> words = vietnamese ? of(name).shown() : english.getOrDefault(name, Map.of());
    return words.getOrDefault(code, code.replace('_', ' '));
  }

  /** Whether there is such a list. */
  public boolean has(String name) {
    return lists.containsKey(name);
  }

  /**
   * A list by name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public CodeList of(String name) {
    CodeList list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException(
          "no code list is called " + name + "; there are " + String.join(", ", names()));
    }
    return list;
  }
}
