package vn.ishc.sample;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Period;

/**
 * One file to write.
 *
 * @param folder the submitter's folder
 * @param name file name with extension
 * @param feeds what is in it
 * @param form format
 * @param period half-year it speaks of
 * @param issuer who issues it
 * @param clubs the clubs it names
 * @param traits what is odd about it
 * @param receivedOn day it comes in
 */
record FilePlan(
    String folder,
    String name,
    List<SampleFeed> feeds,
    FileForm form,
    Period period,
    Issuer issuer,
    List<Club> clubs,
    Set<Trait> traits,
    LocalDate receivedOn) {

  /**
   * The office that a file comes from.
   *
   * @param unitName {@code Huyện Nam Đàn}, {@code Xã Kim Liên}, {@code tỉnh Nghệ An}
   * @param town where its letters are dated
   * @param code of the district or commune; {@code 40} for the province
   * @param office its name in capitals
   */
  record Issuer(String unitName, String town, String code, String office) {
    static final Issuer PROVINCE = new Issuer("tỉnh Nghệ An", "Nghệ An", "40", "UBND TỈNH NGHỆ AN");

    /** The same place, another office. */
    Issuer office(String name) {
      return new Issuer(unitName, town, code, name.toUpperCase(Locale.ROOT));
    }

    /** A plan district. */
    static Issuer of(Places.District district) {
      return new Issuer(
          district.fullName(), district.name(), district.code(), association(district.fullName()));
    }

    /** A commune since July 2025. */
    static Issuer of(Places.Commune commune) {
      return new Issuer(
          commune.fullName(), commune.name(), commune.code(), association(commune.fullName()));
    }

    private static String association(String unit) {
      return "HỘI NGƯỜI CAO TUỔI " + unit.toUpperCase(Locale.ROOT);
    }
  }

  /** Copies. */
  FilePlan {
    feeds = List.copyOf(feeds);
    clubs = List.copyOf(clubs);
    EnumSet<Trait> copy = EnumSet.noneOf(Trait.class);
    copy.addAll(traits);
    traits = copy;
  }

  /** Whether the file has the trait. */
  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** The same with more traits. */
  FilePlan with(Collection<Trait> more) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(traits);
    all.addAll(more);
    return new FilePlan(folder, name, feeds, form, period, issuer, clubs, all, receivedOn);
  }

  /** The lettering of names and places. */
  Lettering lettering() {
    for (Lettering lettering : Lettering.values()) {
      Trait trait = trait(lettering);
      if (trait != null && has(trait)) {
        return lettering;
      }
    }
    return Lettering.UNICODE;
  }

  /** A name or place as this file writes it. */
  Draft.@Nullable Cell body(String text) {
    Lettering lettering = lettering() == Lettering.CAPITALS ? Lettering.UNICODE : lettering();
    return text.isEmpty() ? null : new Draft.Text(lettering.write(text), lettering);
  }

  /** A person's name as this file writes it. */
  Draft.Cell personName(String text) {
    return new Draft.Text(lettering().write(text), lettering());
  }

  private static @Nullable Trait trait(Lettering lettering) {
    return switch (lettering) {
      case UNICODE -> null;
      case TCVN3 -> Trait.TCVN3;
      case VNI -> Trait.VNI;
      case NFD -> Trait.NFD;
      case NEW_TONE -> Trait.NEW_TONE;
      case CAPITALS -> Trait.CAPITALS;
      case MOJIBAKE -> Trait.MOJIBAKE;
      case ETH -> Trait.ETH;
    };
  }
}
