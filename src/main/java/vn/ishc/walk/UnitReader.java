package vn.ishc.walk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contract;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.Submitter;
import vn.ishc.link.ClubName;
import vn.ishc.link.TableUnit;
import vn.ishc.link.UnitFinder;
import vn.ishc.place.Frame;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.recognise.FormIds.Form;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.PeriodFinder;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

/**
 * Tells the half-year and the unit a table speaks of. Period: title, then file name, then the day of receipt. Unit: title, then sheet name, then the
 * folder; the title wins, and a contradiction is told. In a return made from our own template, what the template says comes after the title.
 */
final class UnitReader {
  /**
   * What a table was found to speak of.
   *
   * @param period its half-year
   * @param periodSource {@code title}, {@code form}, {@code name} or {@code received}; empty without period
   * @param unit district, commune, club
   * @param day the day its place names are read on
   * @param findings doubts
   */
  record Told(Optional<Period> period, String periodSource, TableUnit unit, LocalDate day, List<Finding> findings) {}

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final UnitFinder finder;
  private final PlaceIndex places;
  private final Arrival arrival;
  private final FormTrust forms;

  UnitReader(PlaceIndex places, Arrival arrival) {
    this.places = places;
    this.finder = new UnitFinder(places);
    this.arrival = arrival;
    this.forms = new FormTrust(places, finder, arrival.submitter());
  }

  /**
   * Reads what stands around a table.
   *
   * @param issued what our own template says of the sheet; believed where the file shows nothing else, and only of the sender's own unit
   */
  Told read(FoundTable table, String sheet, Optional<Form> issued) {
    List<Finding> findings = new ArrayList<>();
    Optional<Form> form = forms.believed(issued, findings);
    form.ifPresent(own -> forms.tellFeed(own, table.contract(), findings));
    Optional<Period> period = Optional.empty();
    String source = "";
    if (table.contract().unit() != Contract.Unit.PLAN) {
      Optional<Period> title = PeriodFinder.inTitle(table.titles());
      Optional<Period> told = form.flatMap(Form::period);
      Optional<Period> name = PeriodFinder.inName(stem(InboxFolder.answered(arrival.name()))).or(() -> PeriodFinder.inName(sheet));
      Optional<Period> open = title.or(() -> told);
      period = Optional.of(open.or(() -> name).orElseGet(() -> assumed(findings)));
      source = title.isPresent() ? "title" : told.isPresent() ? "form" : name.isPresent() ? "name" : "received";
      if (open.isPresent() && name.isPresent() && !open.equals(name)) {
        findings.add(contradiction(open.get(), name.get()));
      }
      FormTrust.tellPeriod(title, told, findings);
    }
    period.filter(half -> half.start().isAfter(arrival.receivedOn())).ifPresent(half -> findings.add(notBegun(half)));
    LocalDate day = period.map(Period::end).orElse(arrival.receivedOn());
    TableUnit unit = unit(table, sheet, day, form, findings);
    return new Told(period, source, unit, day, findings);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Reports are written at the end of a half-year and sent in the weeks after: a file of January speaks of the year before. */
  private Period assumed(List<Finding> findings) {
    Period period = Period.of(arrival.receivedOn().minusMonths(2));
    findings.add(Finding.ofFile(FindingCode.PERIOD_ASSUMED, "", period.label(true)));
    return period;
  }

  private static Finding contradiction(Period title, Period name) {
    return Finding.ofFile(FindingCode.PERIOD_CONTRADICTION, "", title.label(true), name.label(true), "tên tệp", "file name");
  }

  private Finding notBegun(Period period) {
    return Finding.ofFile(FindingCode.PERIOD_NOT_BEGUN, "", period.label(true), DAY.format(arrival.receivedOn()), period.label(false));
  }

  private TableUnit unit(FoundTable table, String sheet, LocalDate day, Optional<Form> form, List<Finding> findings) {
    Optional<Submitter> submitter = arrival.submitter();
    @Nullable String own = submitter.flatMap(Submitter::planDistrict).orElse(null);
    List<String> titles = table.titles();
    Optional<District> district = finder.district(titles);
    @Nullable String planDistrict = district.map(District::code).orElse(null);
    boolean communesReport = Frame.on(day) == Frame.V2025_130;
    Optional<Place> commune = Optional.empty();
    if (communesReport || submitter.map(Submitter::kind).filter(k -> k == Submitter.Kind.COMMUNE).isPresent()) {
      commune = finder.commune(titles, planDistrict == null ? own : planDistrict, day);
    }
    if (planDistrict == null && commune.isPresent()) {
      planDistrict = commune.get().planDistrict();
    }
    tellContradiction(planDistrict, commune, findings);
    FormTrust.Unit told = forms.unit(form, planDistrict, commune, finder.club(titles), table.contract().unit() == Contract.Unit.CLUB, day, findings);
    planDistrict = planDistrict == null ? told.planDistrict() : planDistrict;
    commune = commune.or(told::commune);
    if (planDistrict == null) {
      planDistrict = own;
    }
    if (commune.isEmpty() && (planDistrict == null || planDistrict.equals(own))) {
      commune = submitter.filter(s -> s.kind() == Submitter.Kind.COMMUNE).flatMap(Submitter::communeCode).flatMap(code -> places.place(code, day));
    }
    @Nullable String within = planDistrict;
    Optional<ClubName> club = told.club().or(() -> finder.club(titles)).or(() -> finder.clubOfSheet(sheet, within, day));
    return new TableUnit(planDistrict, commune, club, told.club().isPresent() ? told.founded() : Optional.empty());
  }

  private void tellContradiction(@Nullable String planDistrict, Optional<Place> commune, List<Finding> findings) {
    Optional<Submitter> submitter = arrival.submitter();
    if (submitter.isEmpty() || planDistrict == null) {
      return;
    }
    Optional<String> own = submitter.get().planDistrict();
    boolean otherDistrict = own.isPresent() && !own.get().equals(planDistrict);
    boolean otherCommune =
        submitter.get().kind() == Submitter.Kind.COMMUNE
            && commune.isPresent()
            && submitter.get().communeCode().isPresent()
            && !submitter.get().communeCode().get().equals(commune.get().code());
    if (otherDistrict || otherCommune) {
      String said = otherDistrict ? places.district(planDistrict).map(District::fullName).orElse("") : commune.get().fullName();
      findings.add(Finding.ofFile(FindingCode.UNIT_CONTRADICTION, "", said, submitter.get().name()));
    }
  }
}
