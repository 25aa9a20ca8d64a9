package vn.ishc.link;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.conform.CleanRow;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.place.PlaceMatch;
import vn.ishc.place.PlaceMatch.How;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;
import vn.ishc.clean.Spelling;

/** Ties the rows of one table to district, commune and club: column first, then section, title, sheet name, sender. */
public final class RowLinker {
  /** Not a club: {@code toàn huyện}, {@code các CLB}. */
  private static final Pattern WHOLE_UNIT =
      Pattern.compile("(toan|ca|cac|tat ca)( (huyen|xa|tinh|phuong|thi xa|thanh pho|thi tran|clb|cau lac bo|vung|don vi))+.*|tat ca|cac xa.*|100 clb");
  private static final Pattern DECISION_NUMBER = Pattern.compile("\\d+");

  private final FoundTable table;
  /** What a row says of its club, as far as the mention of it depends on the row. */
  private record Said(ClubName name, String commune, String club) {}

  private final PlaceIndex places;
  private final UnitFinder units;
  private final TableUnit unit;
  private final String sheet;
  private final String period;
  private final int tableNumber;
  private final ClubMentions mentions;
  private final int club;
  private final int commune;
  private final int district;
  private final int founded;
  private final int decision;
  private final int hamlet;
  private final Remembered<PlaceMatch> found;
  private final Remembered<ClubName> names;
  private final WrittenCommune communes;
  private final Remembered<Boolean> wholeUnit =
      new Remembered<>(display -> WHOLE_UNIT.matcher(Spelling.toneless(display)).matches());
  private @Nullable Said said;
  private @Nullable ClubMention before;
  private Optional<ClubName> sectionClub = Optional.empty();
  private Optional<String> sectionCommune = Optional.empty();

  /** For one table; mentions are shared by the tables of a file. */
  public RowLinker(
      FoundTable table, int tableNumber, String sheet, String period, PlaceIndex places, TableUnit unit, LocalDate day, ClubMentions mentions) {
    this.table = table;
    this.tableNumber = tableNumber;
    this.sheet = sheet;
    this.period = period;
    this.places = places;
    this.units = new UnitFinder(places);
    this.unit = unit;
    this.found = new Remembered<>(text -> places.find(text, unit.planDistrict(), day));
    this.communes = new WrittenCommune(found::of, Optional.ofNullable(unit.planDistrict()).flatMap(places::district).map(District::name).orElse(""));
    this.names = new Remembered<>(text -> communes.apart(ClubName.parse(text)));
    this.mentions = mentions;
    Contract contract = table.contract();
    this.club = contract.firstOf(ColumnType.CLUB).map(Column::index).orElse(-1);
    this.commune = contract.firstOf(ColumnType.COMMUNE).map(Column::index).orElse(-1);
    this.district = contract.firstOf(ColumnType.DISTRICT).map(Column::index).orElse(-1);
    this.founded = contract.column("founded_on").map(Column::index).orElse(-1);
    this.decision = contract.column("decision_no").map(Column::index).orElse(-1);
    this.hamlet = contract.unit() == Contract.Unit.DISTRICT ? contract.column("address").map(Column::index).orElse(-1) : -1;
  }

  /** A section row: it may name the club or the commune of the rows below. */
  public void section(String text) {
    Optional<ClubName> name = units.clubOfSection(text);
    if (name.isPresent()) {
      sectionClub = name;
    } else if (Spelling.fold(text).matches("(?U).*\\b(xã|phường|thị trấn) .*")) {
      sectionCommune = Optional.of(text.replaceFirst("^\\s*[IVXA-Z\\d]{1,4}\\s*[.)-]\\s*", ""));
    }
  }

  /** Ties one row; findings are added to the row's own. */
  public LinkedRow link(CleanRow row) {
    String planDistrict = district >= 0 ? districtOf(row) : unit.planDistrict();
    Optional<ClubName> name = clubOf(row);
    if (name.isPresent() && wholeUnit.of(name.get().display())) {
      return new LinkedRow(row, null, planDistrict, 0);
    }
    if (name.isEmpty()) {
      requireClub(row);
      return new LinkedRow(row, null, planDistrict, 0);
    }
    return new LinkedRow(row, mention(row, name.get()), planDistrict, 0);
  }

  private Optional<ClubName> clubOf(CleanRow row) {
    if (club >= 0 && row.values()[club] instanceof Value.Text text) {
      return Optional.of(names.of(text.text())).map(this::orWhole);
    }
    return sectionClub.or(unit::club);
  }

  private ClubName orWhole(ClubName name) {
    return name.display().isEmpty() ? unit.club().orElse(name) : name;
  }

  private void requireClub(CleanRow row) {
    if (club >= 0 && table.contract().columns().get(club).required() == Column.Required.CONTEXT) {
      add(row, FindingCode.REQUIRED_MISSING, Severity.ERROR, club, "");
    }
  }

  private @Nullable ClubMention mention(CleanRow row, ClubName name) {
    String columnCommune = commune >= 0 && row.values()[commune] instanceof Value.Text text ? text.text() : null;
    String written = columnCommune != null ? columnCommune : name.commune().or(() -> inAddress(row)).or(() -> sectionCommune).orElse("");
    @Nullable Place place = unit.commune().orElse(null);
    @Nullable How how = place == null ? null : How.UNIT;
    if (!written.isEmpty()) {
      switch (found.of(written)) {
        case PlaceMatch.Found match -> {
          place = match.place();
          how = match.how();
          tellHow(row, match, written, columnCommune != null);
        }
        case PlaceMatch.Ambiguous many -> {
          place = null;
          how = null;
          add(row, FindingCode.COMMUNE_AMBIGUOUS, placeSeverity(), commune, written, several(many.places()));
        }
        case PlaceMatch.None none -> {
          place = null;
          how = null;
          add(row, FindingCode.COMMUNE_UNKNOWN, placeSeverity(), commune, written, districtName());
        }
      }
    } else if (place == null && commune >= 0 && table.contract().columns().get(commune).required() == Column.Required.CONTEXT) {
      add(row, FindingCode.REQUIRED_MISSING, Severity.ERROR, commune, "");
    }
    return row.refused() ? null : mention(row, name, place, how, written);
  }

  private Optional<String> inAddress(CleanRow row) {
    return hamlet >= 0 && row.values()[hamlet] instanceof Value.Text text ? communes.inAddress(text.text()).map(WrittenCommune.Part::commune) : Optional.empty();
  }

  /** Rows of one club mostly follow each other and say the same of it; commune and plan district follow from what is written. */
  private ClubMention mention(CleanRow row, ClubName name, @Nullable Place place, @Nullable How how, String written) {
    boolean tellsMore = founded >= 0 || decision >= 0 || hamlet >= 0;
    Said now = new Said(name, written, clubWritten(row, name));
    if (before == null || tellsMore || !now.equals(said)) {
      said = now;
      before = mentions.of(mentionOf(row, name, place, how, written));
    }
    return before;
  }

  private String clubWritten(CleanRow row, ClubName name) {
    return club >= 0 && row.values()[club] instanceof Value.Text text ? text.text() : name.display();
  }

  private ClubMention mentionOf(CleanRow row, ClubName name, @Nullable Place place, @Nullable How how, String written) {
    PartialDate foundedOn = founded >= 0 && row.values()[founded] instanceof Value.Date date ? date.date() : foundedOfUnit(name);
    String decisionKey = decision >= 0 && row.values()[decision] instanceof Value.Text text ? decisionKey(text.text()) : null;
    String hamletKey = hamlet >= 0 && row.values()[hamlet] instanceof Value.Text text ? ClubName.key(beforeCommune(text.text())) : null;
    String plan = place == null ? unit.planDistrict() : place.planDistrict();
    return new ClubMention(
        0, tableNumber, table.contract().feed(), period, plan, place, how, written, clubWritten(row, name), name.display(), name.key(), hamletKey, foundedOn, decisionKey);
  }

  private String beforeCommune(String address) {
    return communes.inAddress(address).map(WrittenCommune.Part::before).orElse(address);
  }

  private @Nullable PartialDate foundedOfUnit(ClubName name) {
    return unit.club().filter(club -> club.key().equals(name.key())).flatMap(club -> unit.founded()).map(PartialDate::day).orElse(null);
  }

  /** {@code 222/QĐ-UBND ngày 27/10/2021} is decision 222 whatever the spelling of the rest; the year keeps decisions of two years apart. */
  static @Nullable String decisionKey(String decision) {
    Matcher matcher = DECISION_NUMBER.matcher(decision);
    String first = null;
    String last = null;
    while (matcher.find()) {
      first = first == null ? matcher.group().replaceFirst("^0+(?=\\d)", "") : first;
      last = matcher.group();
    }
    return first == null ? null : last != null && last.length() == 4 ? first + "/" + last : first;
  }

  private String districtOf(CleanRow row) {
    if (!(row.values()[district] instanceof Value.Text text)) {
      return "";
    }
    Optional<District> found = places.findDistrict(text.text());
    if (found.isEmpty()) {
      Column column = table.contract().columns().get(district);
      add(row, FindingCode.DISTRICT_UNKNOWN, column.isRequired() ? Severity.ERROR : Severity.WARNING, district, text.text());
      return "";
    }
    return found.get().code();
  }

  private void tellHow(CleanRow row, PlaceMatch.Found match, String written, boolean column) {
    switch (match.how()) {
      case TONELESS -> add(row, FindingCode.COMMUNE_MATCHED_LOOSELY, Severity.INFO, commune, written, match.place().fullName());
      case OTHER_FRAME -> {
        if (column) {
          add(row, FindingCode.COMMUNE_OF_OTHER_FRAME, Severity.INFO, commune, written, match.place().fullName());
        }
      }
      case EXACT, ALIAS, UNIT -> {}
    }
  }

  private Severity placeSeverity() {
    return commune >= 0 && table.contract().columns().get(commune).isRequired() ? Severity.ERROR : Severity.WARNING;
  }

  private String districtName() {
    return Optional.ofNullable(unit.planDistrict()).flatMap(places::district).map(District::fullName).orElse("tỉnh Nghệ An");
  }

  private static String several(List<Place> places) {
    return String.join(", ", places.stream().map(Place::fullName).toList());
  }

  private void add(CleanRow row, FindingCode code, Severity severity, int column, String found, String... details) {
    Column of = table.contract().columns().get(Math.max(column, 0));
    int at = table.binding(of).map(b -> b.sheetColumn()).orElse(-1);
    row.findings().add(new Finding(code, severity, sheet, row.raw().number(), at, of.name(), found, List.of(details), false));
  }
}
