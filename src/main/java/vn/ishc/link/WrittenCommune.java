package vn.ishc.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Spelling;
import vn.ishc.place.PlaceMatch;
import vn.ishc.place.PlaceMatch.How;

/**
 * A commune that is written behind something else: {@code xóm 3, xã Kim Liên, Nam Đàn} in a column of hamlets, {@code CLB xóm 1 - Kim Liên} in one of
 * clubs. What is no commune of the district stays part of what it stands in.
 */
final class WrittenCommune {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern PARTS = Pattern.compile("\\s*[,;–]\\s*|\\s+-\\s+");
  private static final Pattern BEHIND_DASH = Pattern.compile("(.*\\S)\\s*(?:\\s-\\s|–)\\s*(\\S[^-–]*)");
  private static final Pattern BEHIND_NUMBER = Pattern.compile("((?:xóm|thôn|bản|khối|khối phố|tổ dân phố|tdp)\\s+\\d{1,2}[a-e]?)\\s+(\\p{L}{2}.*)", FLAGS);
  private static final Pattern COMMUNE_WORD = Pattern.compile("(?:xã|phường|thị trấn)\\s.+|(?:x|p|tt)\\.\\s*\\p{L}.+", FLAGS);

  /** A commune, and what stands before it. */
  record Part(String before, String commune) {}

  private final Function<String, PlaceMatch> places;
  private final String district;

  /**
   * Knows the communes of one district.
   *
   * @param places finds a commune
   * @param district name of the district, which alone is no commune; empty for none
   */
  WrittenCommune(Function<String, PlaceMatch> places, String district) {
    this.places = places;
    this.district = Spelling.fold(district);
  }

  /** The commune of an address: the part that says so, else the one behind the hamlet. */
  Optional<Part> inAddress(String address) {
    List<String> parts = List.of(PARTS.split(address.strip()));
    for (int at = 1; at < parts.size(); at++) {
      String part = parts.get(at).strip();
      if ((at == 1 || COMMUNE_WORD.matcher(part).matches()) && isCommune(part)) {
        return Optional.of(new Part(String.join(", ", parts.subList(0, at)), part));
      }
    }
    return Optional.empty();
  }

  /** The same club with its commune told apart, when its name ends in one. */
  ClubName apart(ClubName name) {
    if (name.commune().isPresent()) {
      return name;
    }
    for (Pattern pattern : List.of(BEHIND_DASH, BEHIND_NUMBER)) {
      Matcher matcher = pattern.matcher(name.display());
      if (matcher.matches() && isCommune(matcher.group(2))) {
        String display = matcher.group(1).strip();
        return new ClubName(display, ClubName.key(display), Optional.of(matcher.group(2).strip()), name.says());
      }
    }
    return name;
  }

  private boolean isCommune(String written) {
    return !Spelling.fold(written).equals(district)
        && places.apply(written) instanceof PlaceMatch.Found found
        && found.how() != How.TONELESS;
  }
}
