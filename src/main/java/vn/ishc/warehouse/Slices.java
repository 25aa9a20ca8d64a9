package vn.ishc.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contract;
import vn.ishc.link.ClubMention;
import vn.ishc.link.LinkedRow;
import vn.ishc.place.Frame;
import vn.ishc.place.Place;
import vn.ishc.row.Period;
import vn.ishc.walk.TableReport;

/**
 * What a file speaks of: the slices that it puts in the place of earlier ones. The plan is one slice; a registry one per district, from 2025-H2 one per
 * commune; a roster one per club; everything else one per sender. Rows of events replace nothing, so their slice is the file's own.
 */
final class Slices {
  /** The half-year the plan's targets are filed under: that of KH 345/KH-UBND, 1/6/2022. */
  static final String PLAN_PERIOD = "2022-H1";

  /** One slice, with the number of its rows. */
  record Slice(
      int number, String feed, String period, String unitKind, String unitKey, @Nullable String planDistrict, @Nullable String communeCode, int clubNo, int[] rows) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private final String fileId;
  private final String submitter;
  private final Map<String, Slice> byKey = new HashMap<>();
  private final List<Slice> all = new ArrayList<>();

  Slices(String fileId, String submitter) {
    this.fileId = fileId;
    this.submitter = submitter;
  }

  /** The slice of a row; counts the row. */
  int of(TableReport table, LinkedRow row) {
    Contract contract = table.contract();
    Slice slice =
        switch (contract.unit()) {
          case PLAN -> slice(contract.feed(), PLAN_PERIOD, "plan", "plan", null, null, 0);
          case DISTRICT -> district(table, row);
          case CLUB -> club(table, row);
          case SUBMITTER -> submitter(table);
        };
    slice.rows()[0]++;
    return slice.number();
  }

  private Slice district(TableReport table, LinkedRow row) {
    boolean communesReport = table.period().map(Period::end).map(Frame::on).filter(f -> f == Frame.V2025_130).isPresent();
    @Nullable Place own = table.unit().commune().orElse(row.club() == null ? null : row.club().commune());
    if (communesReport && own != null) {
      return slice(table.contract().feed(), table.periodCode(), "commune", own.code(), own.planDistrict(), own.code(), 0);
    }
    @Nullable String district = table.planDistrict() != null ? table.planDistrict() : row.club() == null ? null : row.club().planDistrict();
    String key = district == null ? submitter : district;
    return slice(table.contract().feed(), table.periodCode(), "district", key, district, null, 0);
  }

  private Slice club(TableReport table, LinkedRow row) {
    @Nullable ClubMention club = row.club();
    if (club == null) {
      return submitter(table);
    }
    @Nullable Place commune = club.commune();
    return slice(
        table.contract().feed(), table.periodCode(), "club", club.identity(), club.planDistrict(), commune == null ? null : commune.code(), club.number());
  }

  private Slice submitter(TableReport table) {
    boolean event = table.contract().kind() == Contract.Kind.EVENT;
    @Nullable String commune = table.unit().commune().map(Place::code).orElse(null);
    String key = event ? fileId : submitter;
    return slice(table.contract().feed(), table.periodCode(), "submitter", key, table.planDistrict(), commune, 0);
  }

  private Slice slice(String feed, String period, String kind, String key, @Nullable String planDistrict, @Nullable String communeCode, int clubNo) {
    return byKey.computeIfAbsent(
        feed + "/" + period + "/" + kind + "/" + key,
        k -> {
          Slice slice = new Slice(all.size() + 1, feed, period, kind, key, planDistrict, communeCode, clubNo, new int[1]);
          all.add(slice);
          return slice;
        });
  }

  List<Slice> all() {
    return List.copyOf(all);
  }
}
