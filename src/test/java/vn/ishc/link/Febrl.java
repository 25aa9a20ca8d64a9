package vn.ishc.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.ishc.clean.Spelling;

/**
 * The third set of FEBRL, the open data by which record linkage is compared: 2,000 persons and 3,000 damaged copies of them, up to five each. Where the set comes
 * from is told beside it. Its columns are read as the feeds' columns would be: surname and given name as family and given name, the day of birth, the social security
 * number as the insurance number, the postcode as the commune, the street as the hamlet. Weights and keys are those of the product, for Vietnamese lists; nothing is fitted.
 */
final class Febrl {
  private static final int SURNAME = 2;
  private static final int GIVEN = 1;
  private static final int STREET = 4;
  private static final int POSTCODE = 7;
  private static final int BORN = 9;
  private static final int NUMBER = 10;

  private Febrl() {}

  /** Every record is a writing of its own. */
  static LinkWorld.Written written() {
    try (InputStream in = Objects.requireNonNull(Febrl.class.getResourceAsStream("febrl3.csv"))) {
      List<PersonProfile> profiles = new ArrayList<>();
      List<Map<Integer, Integer>> truth = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList()) {
        List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        truth.add(Map.of(Integer.parseInt(cells.getFirst().split("-")[1]), 1));
        profiles.add(profile(profiles.size() + 1, cells));
      }
      return new LinkWorld.Written(profiles, truth);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every pair that shares a key, also those that the weights would not keep. */
  static List<ScoredPair> candidates(LinkWorld.Written written) {
    Map<Long, List<Integer>> blocks = new TreeMap<>();
    for (int i = 0; i < written.profiles().size(); i++) {
      for (long key : BlockKeys.of(written.profiles().get(i))) {
        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    Set<List<Integer>> pairs = new LinkedHashSet<>();
    for (List<Integer> block : blocks.values()) {
      for (int i = 0; block.size() <= BlockKeys.MOST && i < block.size(); i++) {
        for (int j = i + 1; j < block.size(); j++) {
          pairs.add(List.of(block.get(i), block.get(j)));
        }
      }
    }
    PairScorer scorer = new PairScorer();
    return pairs.stream()
        .map(pair -> new ScoredPair(pair.getFirst(), pair.getLast(), scorer.score(written.profiles().get(pair.getFirst()), written.profiles().get(pair.getLast()))))
        .toList();
  }

  private static PersonProfile profile(long key, List<String> cells) {
    return new PersonProfile(
        key, name(cells.get(SURNAME), cells.get(GIVEN)), birth(cells.get(BORN)), "", "", "", cells.get(NUMBER), "", word(cells.get(STREET)), "", cells.get(POSTCODE), 0,
        new long[0], new String[0], "2002-H1", false);
  }

  /** A name of which a part is missing says too little to be taken apart. */
  private static WrittenName name(String surname, String given) {
    return surname.isEmpty() || given.isEmpty() ? WrittenName.ABSENT : WrittenName.of(word(surname) + ' ' + word(given));
  }

  private static String word(String text) {
    return Spelling.fold(text).replaceAll("[^a-z]", "");
  }

  private static Birth birth(String text) {
    try {
      LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return Birth.of(day, day);
    } catch (DateTimeException e) {
      return Birth.UNKNOWN;
    }
  }
}
