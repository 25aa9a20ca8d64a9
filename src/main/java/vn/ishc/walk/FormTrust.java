package vn.ishc.walk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contract;
import vn.ishc.inbox.Submitter;
import vn.ishc.link.ClubName;
import vn.ishc.link.UnitFinder;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.place.PlaceIndex.District;
import vn.ishc.recognise.FormIds.Form;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

/**
 * How far the hidden ids of our own template are believed. They lie where nobody looks, so they never lead into a unit that is not the sender's own, and
 * what the officer has openly written on the sheet wins, with a word about the difference.
 */
final class FormTrust {
  /**
   * What the template tells of the unit of a sheet.
   *
   * @param planDistrict null when it tells none, or the sheet another
   * @param commune empty likewise
   * @param club empty likewise
   * @param founded founding day of that club
   */
  record Unit(@Nullable String planDistrict, Optional<Place> commune, Optional<ClubName> club, Optional<LocalDate> founded) {
    static final Unit NONE = new Unit(null, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private final PlaceIndex places;
  private final UnitFinder finder;
  private final Optional<Submitter> submitter;

  FormTrust(PlaceIndex places, UnitFinder finder, Optional<Submitter> submitter) {
    this.places = places;
    this.finder = finder;
    this.submitter = submitter;
  }

  /** The form, unless it was issued for a unit that is not the sender's: then it is told and left aside. */
  Optional<Form> believed(Optional<Form> issued, List<Finding> findings) {
    if (issued.isEmpty() || submitter.isEmpty()) {
      return Optional.empty();
    }
    Form form = issued.get();
    Submitter sender = submitter.get();
    boolean otherDistrict = sender.planDistrict().isPresent() && !form.planDistrict().isEmpty() && !sender.planDistrict().get().equals(form.planDistrict());
    boolean otherCommune = sender.kind() == Submitter.Kind.COMMUNE && !form.communeCode().isEmpty() && sender.communeCode().isPresent() && !same(sender.communeCode().get(), form.communeCode());
    if (!otherDistrict && !otherCommune) {
      return issued;
    }
    String to = otherDistrict ? districtName(form.planDistrict()) : communeName(form.communeCode());
    findings.add(finding(sender.name(), to, "những gì ghi trên tờ", sender.name(), to, "what the sheet shows"));
    return Optional.empty();
  }

  /** Whether two codes are one commune, or became one. */
  private boolean same(String code, String other) {
    return code.equals(other) || successor(code).equals(successor(other));
  }

  private String successor(String code) {
    return places.placeInAnyFrame(code, LocalDate.of(2024, 12, 31)).or(() -> places.placeInAnyFrame(code, LocalDate.MAX)).map(Place::successor).orElse(code);
  }

  private String districtName(String code) {
    return places.district(code).map(District::fullName).orElse(code);
  }

  private String communeName(String code) {
    return places.placeInAnyFrame(code, LocalDate.MAX).map(Place::fullName).orElse(code);
  }

  /** The headings say another kind of table than the template: the headings count. */
  void tellFeed(Form form, Contract contract, List<Finding> findings) {
    if (!form.feed().equals(contract.feed())) {
      findings.add(finding("“" + contract.titleVi() + "”", form.feed(), "“" + contract.titleVi() + "”", "“" + contract.titleEn() + "”", form.feed(), "“" + contract.titleEn() + "”"));
    }
  }

  static void tellPeriod(Optional<Period> title, Optional<Period> told, List<Finding> findings) {
    if (title.isPresent() && told.isPresent() && !title.equals(told)) {
      Period open = title.get();
      findings.add(finding(open.label(true), told.get().label(true), open.label(true), open.label(false), told.get().label(false), open.label(false)));
    }
  }

  /**
   * The unit that the template tells, as far as the title does not say otherwise.
   *
   * @param openDistrict what the title says; null for nothing
   * @param openCommune what the title says
   * @param openClub what the title says
   * @param ofOneClub whether a sheet of this feed speaks of one club
   */
  Unit unit(
      Optional<Form> issued, @Nullable String openDistrict, Optional<Place> openCommune, Optional<ClubName> openClub, boolean ofOneClub, LocalDate day, List<Finding> findings) {
    if (issued.isEmpty()) {
      return Unit.NONE;
    }
    Form form = issued.get();
    @Nullable String district = form.planDistrict().isEmpty() ? null : form.planDistrict();
    Optional<Place> commune = form.communeCode().isEmpty() ? Optional.empty() : places.place(form.communeCode(), day).or(() -> places.placeInAnyFrame(form.communeCode(), day));
    if (openDistrict != null && district != null && !openDistrict.equals(district)) {
      findings.add(other(districtName(openDistrict), districtName(district)));
      return Unit.NONE;
    }
    if (openCommune.isPresent() && commune.isPresent() && !same(openCommune.get().code(), commune.get().code())) {
      findings.add(other(openCommune.get().fullName(), commune.get().fullName()));
      return new Unit(district, Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (!ofOneClub || form.club().isEmpty()) {
      return new Unit(district, commune, Optional.empty(), Optional.empty());
    }
    if (openClub.isPresent() && !isAsIssued(openClub.get(), form)) {
      findings.add(other("“" + openClub.get().display() + "”", "“" + form.club() + "”"));
      return new Unit(district, commune, Optional.empty(), Optional.empty());
    }
    return new Unit(district, commune, Optional.of(new ClubName(form.club(), ClubName.key(form.club()), Optional.empty(), true)), form.founded());
  }

  /** Whether the title names the club as we printed it, whatever else was changed there. */
  private boolean isAsIssued(ClubName open, Form form) {
    return finder.club(form.titles()).filter(own -> own.key().equals(open.key()) && own.commune().equals(open.commune())).isPresent()
        || (open.key().equals(ClubName.key(form.club())) && open.commune().isEmpty());
  }

  private static Finding other(String open, String issued) {
    return finding(open, issued, open, open, issued, open);
  }

  private static Finding finding(String saidVi, String issuedVi, String takenVi, String saidEn, String issuedEn, String takenEn) {
    return Finding.ofFile(FindingCode.FORM_CONTRADICTION, "", saidVi, issuedVi, takenVi, saidEn, issuedEn, takenEn);
  }
}
