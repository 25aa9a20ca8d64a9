package vn.ishc.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ishc.place.PlaceMatch.How;
import vn.ishc.clean.Spelling;

/**
 * The communes of Nghệ An in their four frames, found by name, district and day. Names are reused for other places and differ by tone marks
 * alone (Nghi Văn, Nghi Vạn), so a loose match counts only where it is the only one.
 */
public final class PlaceIndex {
  /** GSO code of the province. */
  public static final String PROVINCE = "40";

  /**
   * A district of the plan.
   *
   * @param code GSO code
   * @param fullName with its type
   * @param name without
   */
  public record District(String code, String fullName, String name) {}

  private final Map<Frame, Map<String, Place>> byCode = new EnumMap<>(Frame.class);
  private final Map<Frame, Map<String, List<Place>>> byKey = new EnumMap<>(Frame.class);
  private final Map<Frame, Map<String, List<Place>>> byToneless = new EnumMap<>(Frame.class);
  private final Map<Frame, Map<String, List<Place>>> aliases = new EnumMap<>(Frame.class);
  private final Map<String, District> districts = new LinkedHashMap<>();
  private final Map<String, List<District>> districtsByToneless = new HashMap<>();

  /** Reads the reference tables. */
  public PlaceIndex() {
    rows("districts.csv").forEach(row -> addDistrict(new District(row[0], row[1], row[2])));
    Map<String, String> planOf2024 = new HashMap<>();
    Map<String, String> successors = new HashMap<>();
    for (String[] row : rows("commune_mapping.csv")) {
      successors.put(row[0] + row[1], row[13]);
      if (row[0].equals(Frame.V2020_460.code()) && (row[1].equals(row[6]) || !planOf2024.containsKey(row[6]))) {
        planOf2024.put(row[6], row[3]);
      }
    }
    for (String[] row : rows("communes_pre2025.csv")) {
      Frame frame = Frame.ofCode(row[0]);
      String plan = frame == Frame.V2024_412 ? planOf2024.getOrDefault(row[1], row[5]) : row[5];
      String successor = successors.getOrDefault(row[0] + row[1], "");
      add(new Place(frame, row[1], row[2], row[3], Optional.of(row[5]), plan, successor));
    }
    for (String[] row : rows("communes_2025.csv")) {
      String plan = planOf2024.getOrDefault(row[0], "");
      add(new Place(Frame.V2025_130, row[0], row[1], row[2], Optional.empty(), plan, row[0]));
    }
  }

  private static List<String[]> rows(String resource) {
    try (InputStream stream = PlaceIndex.class.getResourceAsStream("/vn/ishc/link/" + resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing reference table " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addDistrict(District district) {
    districts.put(district.code(), district);
    districtsByToneless.computeIfAbsent(Spelling.toneless(district.name()), key -> new ArrayList<>()).add(district);
  }

  private void add(Place place) {
    byCode.computeIfAbsent(place.frame(), f -> new LinkedHashMap<>()).put(place.code(), place);
    byKey.computeIfAbsent(place.frame(), f -> new HashMap<>())
        .computeIfAbsent(Spelling.fold(place.name()), key -> new ArrayList<>()).add(place);
    byToneless.computeIfAbsent(place.frame(), f -> new HashMap<>())
        .computeIfAbsent(Spelling.toneless(place.name()), key -> new ArrayList<>()).add(place);
  }

  /**
   * Reads the reference tables, and other names that people use.
   *
   * @param file {@code jobs/aliases/places.csv}: {@code alias,frame,commune_code,source}
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a line names no commune
   */
  public PlaceIndex(Path file) throws IOException {
    this();
    for (String line : Files.readAllLines(file).stream().skip(1).filter(text -> !text.isBlank()).toList()) {
      String[] cells = line.split(",", -1);
      Place place = cells.length < 3 ? null : byCode.getOrDefault(Frame.ofCode(cells[1]), Map.of()).get(cells[2]);
      if (place == null) {
        throw new IllegalArgumentException(file.getFileName() + ": no such commune: " + line);
      }
      aliases.computeIfAbsent(place.frame(), frame -> new HashMap<>())
          .computeIfAbsent(Spelling.fold(cells[0]), key -> new ArrayList<>())
          .add(place);
    }
  }

  /** All places of a map, in the order of the reference. */
  public List<Place> all(Frame frame) {
    return List.copyOf(byCode.getOrDefault(frame, Map.of()).values());
  }

  /** The 21 districts of the plan. */
  public List<District> districts() {
    return List.copyOf(districts.values());
  }

  /** A district of the plan by code. */
  public Optional<District> district(String code) {
    return Optional.ofNullable(districts.get(code));
  }

  /** A place by code in the map of a day. */
  public Optional<Place> place(String code, LocalDate day) {
    return Optional.ofNullable(byCode.getOrDefault(Frame.on(day), Map.of()).get(code));
  }

  /** A place by code in the newest map that has it, at most that of the day. */
  public Optional<Place> placeInAnyFrame(String code, LocalDate day) {
    for (int i = Frame.values().length - 1; i >= 0; i--) {
      Place place = byCode.getOrDefault(Frame.values()[i], Map.of()).get(code);
      if (place != null && !Frame.values()[i].validFrom().isAfter(day)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** The newest place that bears both the code and the name, tone marks aside: one code names different places in different frames. */
  public Optional<Place> named(String code, String name) {
    for (int i = Frame.values().length - 1; i >= 0; i--) {
      Place place = byCode.getOrDefault(Frame.values()[i], Map.of()).get(code);
      if (place != null && Spelling.toneless(place.name()).equals(Spelling.toneless(name))) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** A district by name, with or without {@code huyện}, {@code TX}, {@code TP}; tone marks may be missing. */
  public Optional<District> findDistrict(String text) {
    String key = PlaceText.withoutType(Spelling.toneless(text), PlaceText.DISTRICT_TYPES);
    List<District> found = districtsByToneless.getOrDefault(key, List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /**
   * Finds a commune by what is written of it.
   *
   * @param written for example {@code Xã Nghi Văn}, {@code P. Quỳnh Phương}, {@code TT Mường Xén, huyện Kỳ Sơn}
   * @param planDistrict the district it should lie in; null when nothing tells
   * @param day decides the map
   */
  public PlaceMatch find(String written, @Nullable String planDistrict, LocalDate day) {
    PlaceText text = PlaceText.of(written);
    if (text.name().isEmpty()) {
      return PlaceMatch.NONE;
    }
    String district = text.district().flatMap(this::findDistrict).map(District::code).orElse(planDistrict);
    Frame frame = Frame.on(day);
    PlaceMatch within = district == null ? PlaceMatch.NONE : find(text, frame, place -> place.planDistrict().equals(district));
    if (!(within instanceof PlaceMatch.None)) {
      return within;
    }
    return find(text, frame, district == null ? place -> true : place -> !place.planDistrict().equals(district));
  }

  private PlaceMatch find(PlaceText text, Frame frame, Predicate<Place> where) {
    List<Place> exact = select(byKey, frame, text.key(), where);
    if (!exact.isEmpty()) {
      return decide(text, exact, How.EXACT);
    }
    if (!text.hasTones()) {
      List<Place> loose = select(byToneless, frame, text.toneless(), where);
      if (!loose.isEmpty()) {
        return decide(text, loose, How.TONELESS);
      }
    }
    Optional<Place> alias = aliases.getOrDefault(frame, Map.of()).getOrDefault(text.key(), List.of()).stream().filter(where).findFirst();
    if (alias.isPresent()) {
      return new PlaceMatch.Found(alias.get(), How.ALIAS);
    }
    PlaceMatch other = otherFrame(text, frame, where);
    if (!(other instanceof PlaceMatch.None)) {
      return other;
    }
    List<Place> loose = select(byToneless, frame, text.toneless(), where);
    return loose.isEmpty() ? PlaceMatch.NONE : decide(text, loose, How.TONELESS);
  }

  private PlaceMatch otherFrame(PlaceText text, Frame frame, Predicate<Place> where) {
    for (int i = Frame.values().length - 1; i >= 0; i--) {
      Frame other = Frame.values()[i];
      if (other == frame) {
        continue;
      }
      List<Place> found = select(byKey, other, text.key(), where);
      if (!found.isEmpty()) {
        PlaceMatch match = decide(text, found, How.OTHER_FRAME);
        return match instanceof PlaceMatch.Found one ? new PlaceMatch.Found(carried(one.place(), frame), How.OTHER_FRAME) : match;
      }
    }
    return PlaceMatch.NONE;
  }

  /** Forward in time every commune has one successor in 2025; back, or to a map between, it stays where it was named. */
  private Place carried(Place place, Frame frame) {
    if (frame == Frame.V2025_130) {
      return byCode.getOrDefault(frame, Map.of()).getOrDefault(place.successor(), place);
    }
    Place same = byCode.getOrDefault(frame, Map.of()).get(place.code());
    return same != null && same.successor().equals(place.successor()) ? same : place;
  }

  private static PlaceMatch decide(PlaceText text, List<Place> places, How how) {
    if (places.size() == 1) {
      return new PlaceMatch.Found(places.getFirst(), how);
    }
    List<Place> typed = places.stream().filter(place -> text.type().isPresent() && Spelling.toneless(place.type()).equals(text.type().get())).toList();
    return typed.size() == 1 ? new PlaceMatch.Found(typed.getFirst(), how) : new PlaceMatch.Ambiguous(places);
  }

  private static List<Place> select(Map<Frame, Map<String, List<Place>>> index, Frame frame, String key, Predicate<Place> where) {
    return index.getOrDefault(frame, Map.of()).getOrDefault(key, List.of()).stream().filter(where).toList();
  }
}
