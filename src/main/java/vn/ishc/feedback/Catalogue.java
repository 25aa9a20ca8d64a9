package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ishc.row.FindingCode;

/** Every finding explained: why it arises, what cures it, a cell before and after. */
public final class Catalogue {
  /**
   * One code.
   *
   * @param causeVi why it arises
   * @param causeEn the same in English
   * @param cureVi what to do
   * @param cureEn the same in English
   * @param before a cell, or whatever is wrong
   * @param after the same put right
   */
  public record Entry(String causeVi, String causeEn, String cureVi, String cureEn, String before, String after) {
    /** Why it arises. */
    public String cause(boolean vietnamese) {
      return vietnamese ? causeVi : causeEn;
    }

    /** What to do. */
    public String cure(boolean vietnamese) {
      return vietnamese ? cureVi : cureEn;
    }
  }

  private final Map<FindingCode, Entry> entries = new EnumMap<>(FindingCode.class);

  /** Reads {@code catalogue.yml}. */
  public Catalogue() {
    try (InputStream stream = Catalogue.class.getResourceAsStream("catalogue.yml")) {
      if (stream == null) {
        throw new IllegalStateException("catalogue.yml is missing");
      }
      Map<String, Map<String, Map<String, String>>> root =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      root.forEach((code, texts) -> entries.put(FindingCode.valueOf(code), entry(code, texts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String code, Map<String, Map<String, String>> texts) {
    return new Entry(
        text(code, texts, "cause", "vi"), text(code, texts, "cause", "en"), text(code, texts, "cure", "vi"), text(code, texts, "cure", "en"),
        text(code, texts, "example", "before"), text(code, texts, "example", "after"));
  }

  private static String text(String code, Map<String, Map<String, String>> texts, String what, String which) {
    @Nullable String text = texts.getOrDefault(what, Map.of()).get(which);
    if (text == null || text.isBlank()) {
      throw new IllegalStateException("catalogue.yml › " + code + ": needs " + what + " › " + which);
    }
    return text;
  }

  /** Whether a code is explained. */
  boolean knows(FindingCode code) {
    return entries.containsKey(code);
  }

  /** The explanation of a code. */
  public Entry of(FindingCode code) {
    @Nullable Entry entry = entries.get(code);
    if (entry == null) {
      throw new IllegalStateException("catalogue.yml does not explain " + code);
    }
    return entry;
  }
}
