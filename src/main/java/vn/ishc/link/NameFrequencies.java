package vn.ishc.link;

import com.carrotsearch.hppc.ObjectDoubleHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.ishc.clean.Spelling;

/**
 * How common the parts of a name are, from the table {@code name_frequencies.csv}. The table is fixed: were it counted from the files, the weight of a pair would
 * depend on which files have come.
 */
final class NameFrequencies {
  /** A name that is not in the table: rarer than all that are. */
  private static final double RARE_FAMILY = 2e-4;

  private static final double RARE_MIDDLE = 1e-3;
  private static final double RARE_GIVEN = 2e-4;

  /** No name counts as rarer: what is rare in the province is common in the communes where its clan or people live. */
  private static final double LEAST = 1e-4;

  private final ObjectDoubleHashMap<String> toned = new ObjectDoubleHashMap<>();
  private final ObjectDoubleHashMap<String> bare = new ObjectDoubleHashMap<>();

  NameFrequencies() {
    try (InputStream in = NameFrequencies.class.getResourceAsStream("name_frequencies.csv")) {
      if (in == null) {
        throw new IllegalStateException("the table name_frequencies.csv is not on the class path");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] row) {
    double share = Integer.parseInt(row[2]) / 100_000.0;
    toned.addTo(key(row[0], Spelling.fold(row[1])), share);
    bare.addTo(key(row[0], Spelling.toneless(row[1])), share);
  }

  private static String key(String part, String name) {
    return part.charAt(0) + name;
  }

  /** The share of people who bear exactly this name. */
  double exact(WrittenName name) {
    double share = name.family().isEmpty() ? 1 : toned.getOrDefault("f" + name.family(), RARE_FAMILY);
    for (int i = 0; i < name.middles(); i++) {
      share *= toned.getOrDefault("m" + name.middle(i), RARE_MIDDLE);
    }
    return atLeast(share * noMiddle(name) * toned.getOrDefault("g" + name.given(), RARE_GIVEN));
  }

  /** The share of people who bear this name when nobody writes tones. */
  double bare(WrittenName name) {
    double share = name.bareFamily().isEmpty() ? 1 : bare.getOrDefault("f" + name.bareFamily(), RARE_FAMILY);
    for (int i = 0; i < name.middles(); i++) {
      share *= bare.getOrDefault("m" + name.bareMiddle(i), RARE_MIDDLE);
    }
    return atLeast(share * noMiddle(name) * bare.getOrDefault("g" + name.bareGiven(), RARE_GIVEN));
  }

  /** The share of people with the family name and the given name of this one, whatever stands between. */
  double ends(WrittenName name, boolean tones) {
    double family = tones ? toned.getOrDefault("f" + name.family(), RARE_FAMILY) : bare.getOrDefault("f" + name.bareFamily(), RARE_FAMILY);
    double given = tones ? toned.getOrDefault("g" + name.given(), RARE_GIVEN) : bare.getOrDefault("g" + name.bareGiven(), RARE_GIVEN);
    return atLeast(family * given);
  }

  /** The share of people with this given name. */
  double given(WrittenName name) {
    return bare.getOrDefault("g" + name.bareGiven(), RARE_GIVEN);
  }

  /** Names of two words are no rarity in writing, though few bear one: middle names are often left out. */
  private static double noMiddle(WrittenName name) {
    return name.words().length == 2 ? 0.1 : 1;
  }

  private static double atLeast(double share) {
    return Math.max(share, LEAST);
  }
}
