package vn.ishc.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.ishc.row.Period;

/**
 * The districts of the plan and the communes of each administrative frame: 460 until 30/11/2024,
 * 412 until 30/6/2025, 130 since. A club stays where it is; the unit around it changes name and
 * number.
 */
final class Places {
  private static final LocalDate FRAME_412_FROM = LocalDate.of(2024, 12, 1);
  private static final LocalDate FRAME_130_FROM = LocalDate.of(2025, 7, 1);

  /**
   * Phường Vinh Lộc joins communes of two plan districts, so its name alone does not tell the
   * district.
   */
  private static final String TWO_DISTRICTS = "16708";

  /**
   * A district of the plan.
   *
   * @param code GSO code, 412 to 432
   * @param fullName with its kind, {@code Huyện Nam Đàn}
   * @param name without it
   */
  record District(String code, String fullName, String name) {
    /** The folder it sends from, {@code huyen-nam-dan}. */
    String folder() {
      String kind =
          fullName.startsWith("Thành phố")
              ? "tp-"
              : fullName.startsWith("Thị xã") ? "tx-" : "huyen-";
      return kind + slug(name);
    }
  }

  /**
   * A commune, ward or town.
   *
   * @param code GSO code, five digits
   * @param fullName with its kind, {@code Xã Kim Liên}
   */
  record Commune(String code, String fullName) {
    /** Without its kind. */
    String name() {
      return fullName.replaceFirst("^(Xã|Phường|Thị trấn) ", "");
    }

    /** As within a sentence, {@code xã Kim Liên}. */
    String inSentence() {
      return fullName.substring(0, 1).toLowerCase(Locale.ROOT) + fullName.substring(1);
    }

    /** The folder it sends from since July 2025, {@code xa-kim-lien-17971}. */
    String folder() {
      return slug(fullName) + "-" + code;
    }
  }

  /** A place from 2020 on: its plan district and what its commune was called in each frame. */
  record Site(District district, Commune in460, Commune in412, Commune in130) {
    /** The commune on the last day of a half-year. */
    Commune at(Period period) {
      return at(period.end());
    }

    /** The commune on a day. */
    Commune at(LocalDate day) {
      return day.isBefore(FRAME_412_FROM) ? in460 : day.isBefore(FRAME_130_FROM) ? in412 : in130;
    }
  }

  private final Map<String, District> districts = new LinkedHashMap<>();
  private final Map<String, List<Site>> sites = new LinkedHashMap<>();

  private Places() {}

  /** Reads the reference lists on the class path. */
  static Places read() {
    Places places = new Places();
    for (String[] row : table("districts.csv")) {
      // the GSO writes this one name with the tone in the new place
      places.districts.put(
          row[0],
          new District(
              row[0],
              row[1].replace("Thái Hoà", "Thái Hòa"),
              row[2].replace("Thái Hoà", "Thái Hòa")));
    }
    places.readSites();
    return places;
  }

  /** Whether communes report, and no longer districts. */
  static boolean communesReport(Period period) {
    return !period.end().isBefore(FRAME_130_FROM);
  }

  /** The 21 districts of the plan. */
  Collection<District> districts() {
    return districts.values();
  }

  /** A district by its code. */
  District district(String code) {
    return Objects.requireNonNull(districts.get(code), code);
  }

  /** The sites of a district. */
  List<Site> sites(String districtCode) {
    return Objects.requireNonNull(sites.get(districtCode), districtCode);
  }

  /** A site by the code of its commune in the frame of 2020. */
  Site site(String code460) {
    return sites.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.in460().code().equals(code460))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no commune " + code460 + " in the frame of 2020"));
  }

  /** Lower case ASCII with hyphens. */
  static String slug(String name) {
    return withoutMarks(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Without diacritics. */
  static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }

  private void readSites() {
    Map<String, Commune> to412 = new LinkedHashMap<>();
    Map<String, Commune> to130 = new LinkedHashMap<>();
    List<String[]> from460 = new ArrayList<>();
    for (String[] row : table("commune_mapping.csv")) {
      switch (row[0]) {
        case "v2020_460" -> {
          from460.add(row);
          to412.put(row[1], new Commune(row[6], row[7]));
        }
        case "v2024_412" -> to130.put(row[1], new Commune(row[6], row[7]));
        default -> {}
      }
    }
    for (String[] row : from460) {
      Commune in412 = Objects.requireNonNull(to412.get(row[1]));
      Commune in130 = Objects.requireNonNull(to130.get(in412.code()));
      if (!in130.code().equals(TWO_DISTRICTS)) {
        Site site = new Site(district(row[3]), new Commune(row[1], row[2]), in412, in130);
        sites.computeIfAbsent(row[3], code -> new ArrayList<>()).add(site);
      }
    }
  }

  private static List<String[]> table(String name) {
    try (InputStream in = Places.class.getResourceAsStream("/vn/ishc/link/" + name);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
