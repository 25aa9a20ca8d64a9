package vn.ishc.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The code lists that a contract can name; each is data in {@code codes.yml} beside this class, or in the contract itself. */
public final class CodeLists {
  private static final Map<String, Map<String, List<String>>> BUILT_IN = new LinkedHashMap<>();
  private static final Map<String, CodeList> LOADED = new ConcurrentHashMap<>();

  static {
    yaml(Tables.text("codes.yml")).forEach((name, codes) -> BUILT_IN.put(name.toString(), phrases(name.toString(), codes)));
  }

  private CodeLists() {}

  /** The names of the lists: economic-class, role, ethnicity, club-status. */
  public static Set<String> names() {
    return new TreeSet<>(BUILT_IN.keySet());
  }

  /** The list of a name; an unknown name is a mistake in a contract and is told with the names there are. */
  public static CodeList named(String name) {
    Map<String, List<String>> phrases = BUILT_IN.get(name);
    if (phrases == null) {
      throw new IllegalArgumentException("no code list is called " + name + "; there are " + String.join(", ", names()));
    }
    return LOADED.computeIfAbsent(name, key -> new CodeList(phrases));
  }

  /** A list written in YAML: a map of codes to lists of phrases. */
  public static CodeList parse(String yaml) {
    return new CodeList(phrases("the list", yaml(yaml)));
  }

  private static Map<?, ?> yaml(String text) {
    Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    if (root instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("a code list is a map of codes to phrases");
  }

  private static Map<String, List<String>> phrases(String name, Object codes) {
    if (!(codes instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(name + " must be a map of codes to phrases");
    }
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    map.forEach((code, written) -> phrases.put(code.toString(), strings(name, code, written)));
    return phrases;
  }

  private static List<String> strings(String name, Object code, Object written) {
    if (!(written instanceof List<?> list)) {
      throw new IllegalArgumentException(name + ": the code " + code + " must have a list of phrases");
    }
    return list.stream().map(Object::toString).toList();
  }
}
