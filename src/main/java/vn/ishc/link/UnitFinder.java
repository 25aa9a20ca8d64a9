package vn.ishc.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.place.PlaceMatch;
import vn.ishc.clean.Spelling;

/** Reads district, commune and club out of titles and sheet names. */
public final class UnitFinder {
  private static final Pattern COMMUNE_WORD = Pattern.compile("(?:^| )(xã|phường|thị trấn) ", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CLUB_WORD =
      Pattern.compile("(?:clb|câu lạc bộ|cau lac bo)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NOT_A_NAME =
      Pattern.compile("(huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|huyen|tinh|năm|kì|tháng|giai đoạn|\\d+ tháng|tại|của|trên|các|theo).*|"
              + "(tính )?(đến|tới|từ|ngày|đợt|lần|quí|hết|cuối|đầu)( ngày| tháng| hết| quí| năm| kì)*+ (\\d|[ivx]+\\b).*|\\d*|.{61,}");
  private static final Pattern HAMLET =
      Pattern.compile("(xóm|thôn|bản|khối|khối phố|tổ dân phố|tdp|làng|khu|xom|thon|ban|khoi|x|k|t|b)\\b.+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Who leads the people of a section: {@code – Tổ trưởng: Phạm Thị Hà}. */
  private static final Pattern LEADER =
      Pattern.compile(
          "[\\s,;:(–-]++(tổ trưởng|trưởng (tổ|nhóm|xóm|thôn|bản|khối|ban)|nhóm trưởng|chủ nhiệm|chủ tịch|phụ trách|người đại diện|đ/c|đồng chí|ông|bà)\\b.*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** A day or a number of people in brackets behind the name of a section. */
  private static final Pattern REMARK =
      Pattern.compile(
          "\\s*\\([^()]*(?:\\d{1,2}\\s*/\\s*\\d{1,4}|\\d\\s*(?:người|thành viên|hội viên|tv|hv|hộ|nct|cụ)\\b)[^()]*\\)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What a title says of the time behind the name. */
  private static final Pattern TIME =
      Pattern.compile(
          "[\\s,;(–-]++((\\d{1,2}|sáu) tháng|năm \\d{4}|quý [IV\\d]|kỳ|tháng \\d|tính đến|đến (ngày|hết|tháng|\\d)|từ (ngày|tháng)|giai đoạn)\\b.*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LETTERED = Pattern.compile("^\\s*[A-HĐ]\\s*[.)/-]\\s*(?=\\p{L}{2})");

  private final PlaceIndex places;

  /** Finds places by this index. */
  public UnitFinder(PlaceIndex places) {
    this.places = places;
  }

  /** The plan district that some line names as {@code huyện …}, {@code thị xã …}, {@code thành phố …}. */
  public Optional<District> district(List<String> lines) {
    for (String line : lines) {
      String folded = " " + Spelling.toneless(line) + " ";
      for (District district : places.districts()) {
        String name = Spelling.toneless(district.name());
        if (folded.contains(" huyen " + name + " ")
            || folded.contains(" thi xa " + name + " ")
            || folded.contains(" tx " + name + " ")
            || folded.contains(" thanh pho " + name + " ")
            || folded.contains(" tp " + name + " ")) {
          return Optional.of(district);
        }
      }
    }
    return Optional.empty();
  }

  /** The commune that some line names as {@code xã …}, {@code phường …}; lines that name a club come last. */
  public Optional<Place> commune(List<String> lines, @Nullable String planDistrict, LocalDate day) {
    List<String> ordered = new ArrayList<>(lines.stream().filter(line -> !CLUB_WORD.matcher(line).lookingAt()).toList());
    for (String line : ordered) {
      Optional<Place> place = communeIn(Spelling.fold(line), planDistrict, day);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private Optional<Place> communeIn(String folded, @Nullable String planDistrict, LocalDate day) {
    Matcher matcher = COMMUNE_WORD.matcher(folded);
    while (matcher.find()) {
      String[] words = folded.substring(matcher.end()).split(" ");
      for (int count = Math.min(4, words.length); count >= 1; count--) {
        String name = matcher.group(1) + " " + String.join(" ", List.of(words).subList(0, count));
        if (places.find(name, planDistrict, day) instanceof PlaceMatch.Found found) {
          return Optional.of(found.place());
        }
      }
    }
    return Optional.empty();
  }

  /** The club that some line of a title names. */
  public Optional<ClubName> club(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher matcher = CLUB_WORD.matcher(lines.get(i));
      int at = -1;
      while (matcher.find()) {
        at = matcher.start();
      }
      if (at >= 0) {
        Optional<ClubName> club = named(ClubName.parse(TIME.matcher(lines.get(i).substring(at)).replaceFirst("")));
        if (club.isPresent()) {
          return club;
        }
      }
    }
    return Optional.empty();
  }

  /** The club that a section row names, when it names one. */
  public Optional<ClubName> clubOfSection(String text) {
    ClubName name = ClubName.parse(LEADER.matcher(REMARK.matcher(LETTERED.matcher(text).replaceFirst("")).replaceAll("")).replaceFirst(""));
    return name.says() || HAMLET.matcher(Spelling.fold(name.display())).matches() ? named(name) : Optional.empty();
  }

  /** The club that the name of a sheet tells: {@code CLB xóm 6}, {@code bản Na Bè Nậm Càn}. */
  public Optional<ClubName> clubOfSheet(String sheet, @Nullable String planDistrict, LocalDate day) {
    ClubName name = ClubName.parse(sheet);
    if (!HAMLET.matcher(Spelling.fold(name.display())).matches()) {
      return name.says() ? named(name) : Optional.empty();
    }
    if (name.commune().isPresent()) {
      return named(name);
    }
    return Optional.of(withoutCommune(name, planDistrict, day));
  }

  private ClubName withoutCommune(ClubName name, @Nullable String planDistrict, LocalDate day) {
    String[] words = name.display().split(" ");
    for (int count = Math.min(3, words.length - 2); count >= 1; count--) {
      String tail = String.join(" ", List.of(words).subList(words.length - count, words.length));
      if (places.find(tail, planDistrict, day) instanceof PlaceMatch.Found) {
        String head = String.join(" ", List.of(words).subList(0, words.length - count));
        return new ClubName(head, ClubName.key(head), Optional.of(tail), name.says());
      }
    }
    return name;
  }

  private static Optional<ClubName> named(ClubName name) {
    String folded = Spelling.fold(name.display());
    return folded.isEmpty() || NOT_A_NAME.matcher(folded).matches() ? Optional.empty() : Optional.of(name);
  }
}
