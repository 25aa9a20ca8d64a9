package vn.ishc.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ishc.feed.Contract;
import vn.ishc.form.FormBook;
import vn.ishc.place.Frame;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.recognise.FormIds.Form;
import vn.ishc.row.Period;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;

/**
 * Returns with what is known already filled in, for a district of the plan, a commune or a club. They name persons, so whoever makes them needs what an
 * answer to a person needs: a way into the vault (the loader's account or the owner's) and its key.
 */
public final class ReturnForms {
  private static final String MARK_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
  private static final int MARK_LENGTH = 6;

  private final Settings settings;
  private final Knowledge knowledge;

  private record Club(long key, String code, String name, String planDistrict, Optional<Place> commune, Optional<LocalDate> founded) {
    String communeCode() {
      return commune.map(Place::code).orElse("");
    }

    String communeName() {
      return commune.map(Place::fullName).orElse("");
    }
  }

  /**
   * @param settings where and when
   * @param knowledge contracts and places
   */
  public ReturnForms(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * The return of a unit.
   *
   * @param unit code of a plan district (3 digits), of a commune (5 digits) or of a club
   * @return empty when the warehouse knows no club of it
   */
  public Optional<FormBook> of(Contract contract, String unit, Period period) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      VaultKey key = KeyCheck.key(connection, settings.vaultKey());
      List<Club> clubs = clubs(connection, unit, period);
      if (clubs.isEmpty()) {
        return Optional.empty();
      }
      Map<Long, List<Map<String, Object>>> rows =
          new ReturnRows(connection, settings.root(), key.locks()).of(contract, clubs.stream().map(Club::key).toList(), period);
      return Optional.of(new FormBook(contract, Optional.of(period), body(unit, clubs), pages(contract, period, clubs, rows)));
    }
  }

  private List<Club> clubs(Connection connection, String unit, Period period) throws SQLException {
    String sql =
        """
        select distinct on (d.club_key) d.club_key, d.club_code, d.club_name, d.plan_district, p.commune_code, p.successor_code, d.founded_on, d.status
        from core.dim_club d join core.dim_place p using (place_key)
        where d.club_key <> -1 and d.valid_from <= ?
        order by d.club_key, d.valid_from desc
        """;
    List<Club> clubs = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, period.end());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Club club = club(rows, period);
          boolean gone = rows.getString("status").equals("dissolved") || rows.getString("status").equals("merged");
          if (!gone && List.of(club.planDistrict(), club.communeCode(), String.valueOf(rows.getString("commune_code")), club.code()).contains(unit)) {
            clubs.add(club);
          }
        }
      }
    }
    clubs.sort(Comparator.comparing(Club::communeName).thenComparing(Club::name, new NaturalOrder()).thenComparing(Club::code));
    return clubs;
  }

  /** A club with its commune on the map of the half-year. */
  private Club club(ResultSet row, Period period) throws SQLException {
    PlaceIndex places = knowledge.places();
    String known = Frame.on(period.end()) == Frame.V2025_130 ? row.getString("successor_code") : row.getString("commune_code");
    Optional<Place> commune = Optional.ofNullable(known).flatMap(code -> places.place(code, period.end()).or(() -> places.placeInAnyFrame(code, period.end())));
    return new Club(
        row.getLong("club_key"), row.getString("club_code"), row.getString("club_name"), row.getString("plan_district"), commune,
        Optional.ofNullable(row.getObject("founded_on", LocalDate.class)));
  }

  private String body(String unit, List<Club> clubs) {
    if (unit.length() == 3) {
      return knowledge.places().district(unit).map(District::fullName).orElse(unit);
    }
    return clubs.getFirst().communeName();
  }

  private List<FormBook.Page> pages(Contract contract, Period period, List<Club> clubs, Map<Long, List<Map<String, Object>>> rows) {
    List<FormBook.Page> pages = new ArrayList<>();
    for (List<Club> own : perSheet(contract, period, clubs)) {
      boolean ofOneClub = contract.unit() == Contract.Unit.CLUB;
      List<Map<String, Object>> known = new ArrayList<>();
      for (Club club : own) {
        rows.getOrDefault(club.key(), List.of()).forEach(row -> known.add(placed(row, club)));
      }
      List<String> names = ofOneClub ? List.of() : own.stream().map(Club::name).distinct().toList();
      List<String> communes = ofOneClub ? List.of() : own.stream().map(Club::communeName).filter(name -> !name.isEmpty()).distinct().toList();
      pages.add(new FormBook.Page(name(contract, own, ofOneClub), about(own, period, ofOneClub), Optional.of(ids(contract, period, own, ofOneClub)), known, names, communes));
    }
    return pages;
  }

  /** A sheet per club where the feed speaks of clubs; per commune where communes report; else one. */
  private static List<List<Club>> perSheet(Contract contract, Period period, List<Club> clubs) {
    if (contract.unit() == Contract.Unit.CLUB) {
      return clubs.stream().map(List::of).toList();
    }
    if (contract.unit() == Contract.Unit.DISTRICT && Frame.on(period.end()) == Frame.V2025_130) {
      Map<String, List<Club>> communes = new LinkedHashMap<>();
      clubs.forEach(club -> communes.computeIfAbsent(club.communeCode(), code -> new ArrayList<>()).add(club));
      return List.copyOf(communes.values());
    }
    return List.of(clubs);
  }

  private static Map<String, Object> placed(Map<String, Object> row, Club club) {
    Map<String, Object> placed = new HashMap<>(row);
    placed.putIfAbsent("club", club.name());
    placed.putIfAbsent("commune", club.communeName());
    return placed;
  }

  private static String name(Contract contract, List<Club> own, boolean ofOneClub) {
    Club first = own.getFirst();
    boolean oneCommune = own.stream().map(Club::communeCode).distinct().count() == 1;
    String place = first.commune().map(Place::name).orElse("");
    return ofOneClub ? ("CLB " + first.name() + " " + place).strip() : oneCommune && !place.isEmpty() ? place : contract.titleVi();
  }

  private List<String> about(List<Club> own, Period period, boolean ofOneClub) {
    List<String> lines = new ArrayList<>();
    Club first = own.getFirst();
    if (ofOneClub) {
      String commune = first.communeName().isEmpty() ? "" : ", " + small(first.communeName());
      lines.add("CLB liên thế hệ tự giúp nhau " + first.name() + commune);
    }
    boolean oneCommune = own.stream().map(Club::communeCode).distinct().count() == 1 && first.commune().isPresent();
    boolean districts = Frame.on(period.end()) != Frame.V2025_130;
    String district = knowledge.places().district(first.planDistrict()).map(District::fullName).orElse("");
    String unit = oneCommune ? (districts && !district.isEmpty() ? first.communeName() + ", " + small(district) : first.communeName()) : district;
    lines.add("Đơn vị: " + unit);
    return lines;
  }

  private static String small(String place) {
    return place.substring(0, 1).toLowerCase(Locale.ROOT) + place.substring(1);
  }

  private static Form ids(Contract contract, Period period, List<Club> own, boolean ofOneClub) {
    Club first = own.getFirst();
    String commune = own.stream().map(Club::communeCode).distinct().count() == 1 ? first.communeCode() : "";
    String club = ofOneClub ? first.code() : "";
    String mark = mark(contract.feed() + "|" + period.code() + "|" + first.planDistrict() + "|" + commune + "|" + club);
    return new Form(
        mark, "", contract.feed(), Optional.of(period), first.planDistrict(), commune, club, ofOneClub ? first.name() : "", ofOneClub ? first.founded() : Optional.empty(), List.of());
  }

  /** Six letters for a sheet: the same every time it is issued, another for every other sheet. */
  private static String mark(String what) {
    byte[] hash = Claims.sha256().digest(what.getBytes(StandardCharsets.UTF_8));
    StringBuilder mark = new StringBuilder();
    for (int i = 0; i < MARK_LENGTH; i++) {
      mark.append(MARK_LETTERS.charAt(Math.floorMod(hash[i], MARK_LETTERS.length())));
    }
    return mark.toString();
  }

  /** {@code xóm 2} before {@code xóm 10}. */
  private static final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String left, String right) {
      return padded(left).compareTo(padded(right));
    }

    private static String padded(String text) {
      return java.util.regex.Pattern.compile("\\d+").matcher(text).replaceAll(match -> "0".repeat(Math.max(0, 6 - match.group().length())) + match.group());
    }
  }
}
