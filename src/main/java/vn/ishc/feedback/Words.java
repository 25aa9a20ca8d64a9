package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;

/** Findings in words, Vietnamese or English. */
public final class Words {
  /** Stands for what must not leave the vault. */
  public static final String MASK = "•••";

  /** Codes whose details are amounts, counts and measures: no identity number, row number or year is among them. */
  private static final Set<FindingCode> FIGURES =
      Set.of(
          FindingCode.TOO_MANY_REFUSED, FindingCode.NUMBER_TIDIED, FindingCode.TOTAL_DIFFERS, FindingCode.PART_OVER_WHOLE, FindingCode.RANGE_DOUBTFUL, FindingCode.RANGE_IMPOSSIBLE,
          FindingCode.OUTSTANDING_OVER_AMOUNT, FindingCode.SUM_DIFFERS, FindingCode.ROSTER_JUMPED, FindingCode.TEXT_REPAIRED, FindingCode.DITTO_FILLED, FindingCode.MERGED_FILLED);

  /** Codes that speak of a figure as it was understood, not as its cell shows it. */
  private static final Set<FindingCode> FIGURES_FOUND = Set.of(FindingCode.SUM_DIFFERS);

  private static final String MORE = "_more";

  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern FIGURE = Pattern.compile("(-?)(\\d+)(?:\\.(\\d+))?((?: đồng)?)");

  private static final Pattern DETAIL = Pattern.compile("\\{(\\d+)}");

  private record Sentence(String vi, String en) {
    String in(boolean vietnamese) {
      return vietnamese ? vi : en;
    }

    /** How many details it names. */
    int details() {
      return DETAIL.matcher(vi + en).results().mapToInt(detail -> Integer.parseInt(detail.group(1)) + 1).max().orElse(0);
    }
  }

  private final Map<FindingCode, Sentence> sentences = new EnumMap<>(FindingCode.class);

  /** For findings that have more to tell than the sentence of their code. */
  private final Map<FindingCode, Sentence> more = new EnumMap<>(FindingCode.class);

  /** Reads {@code findings.yml}. */
  public Words() {
    try (InputStream stream = Words.class.getResourceAsStream("findings.yml")) {
      if (stream == null) {
        throw new IllegalStateException("findings.yml is missing");
      }
      Map<String, Map<String, String>> root =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      root.forEach(
          (code, texts) -> {
            sentences.put(FindingCode.valueOf(code), sentence(code, texts, ""));
            if (texts.containsKey("vi" + MORE) || texts.containsKey("en" + MORE)) {
              more.put(FindingCode.valueOf(code), sentence(code, texts, MORE));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence sentence(String code, Map<String, String> texts, String which) {
    String vi = texts.get("vi" + which);
    String en = texts.get("en" + which);
    if (vi == null || en == null) {
      throw new IllegalStateException("findings.yml › " + code + ": needs vi" + which + " and en" + which);
    }
    return new Sentence(vi, en);
  }

  /** Whether a code has its words. */
  public boolean knows(FindingCode code) {
    return sentences.containsKey(code);
  }

  /** The sentences of a code, one or two, with {@code …} for what each finding says of its own: for the catalogue. */
  public String pattern(FindingCode code, boolean vietnamese) {
    return Stream.of(sentences.get(code), more.get(code))
        .filter(Objects::nonNull)
        .map(sentence -> sentence.in(vietnamese).replaceAll("(\\{[a-z0-9]+})+", "…"))
        .collect(Collectors.joining(" / "));
  }

  /** What is wrong and what to do, with what was found. */
  public String sentence(Finding finding, String columnLabel, boolean vietnamese) {
    return fill(finding, finding.found(), columnLabel, vietnamese);
  }

  /** The same with everything personal masked: fit for logs, marts and other readers. */
  public String masked(Finding finding, String columnLabel, boolean vietnamese) {
    return fill(finding, finding.personal() ? MASK : finding.found(), columnLabel, vietnamese);
  }

  /** {@code file › sheet › cell: sentence [code]}. */
  public String line(String file, Finding finding, String columnLabel, boolean vietnamese) {
    StringBuilder line = new StringBuilder(file);
    if (!finding.sheet().isEmpty()) {
      line.append(" › ").append(finding.sheet());
    }
    if (finding.row() > 0) {
      line.append(" › ").append(finding.column() < 0 ? (vietnamese ? "dòng " : "row ") + finding.row() : finding.cell());
    }
    return line.append(": ").append(sentence(finding, columnLabel, vietnamese)).append(" [").append(finding.code().code()).append(']').toString();
  }

  private String fill(Finding finding, String found, String columnLabel, boolean vietnamese) {
    String template = sentence(finding).in(vietnamese);
    StringBuilder text = new StringBuilder(template.length() + 40);
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int close = template.indexOf('}', open);
      text.append(template, at, open).append(value(template.substring(open + 1, close), finding, found, columnLabel, vietnamese));
      at = close + 1;
    }
    return text.append(template.substring(at)).toString();
  }

  private Sentence sentence(Finding finding) {
    Sentence sentence = sentences.get(finding.code());
    if (sentence == null) {
      throw new IllegalStateException("no words for " + finding.code());
    }
    Sentence longer = more.get(finding.code());
    return longer != null && finding.details().size() > sentence.details() ? longer : sentence;
  }

  private static String value(String name, Finding finding, String found, String columnLabel, boolean vietnamese) {
    return switch (name) {
      case "found" -> vietnamese && FIGURES_FOUND.contains(finding.code()) ? asWritten(found) : found;
      case "column" -> columnLabel;
      default -> {
        int index = Integer.parseInt(name);
        String detail = index < finding.details().size() ? finding.details().get(index) : "";
        yield detail.equals(finding.found()) ? found : vietnamese ? shown(finding.code(), detail) : detail;
      }
    };
  }

  private static String shown(FindingCode code, String detail) {
    Matcher day = ISO_DAY.matcher(detail);
    if (day.matches()) {
      return day.group(3) + "/" + day.group(2) + "/" + day.group(1);
    }
    return FIGURES.contains(code) ? asWritten(detail) : detail;
  }

  /** {@code 66600000 đồng} as {@code 66.600.000 đồng}, {@code 12.5} as {@code 12,5}; a year, and whatever is no figure, as it is. */
  private static String asWritten(String text) {
    Matcher figure = FIGURE.matcher(text);
    if (!figure.matches()) {
      return text;
    }
    String whole = figure.group(2).length() > 4 ? figure.group(2).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") : figure.group(2);
    return figure.group(1) + whole + (figure.group(3) == null ? "" : "," + figure.group(3)) + figure.group(4);
  }
}
