package vn.ishc.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/** A row of a roster on its way into a sheet; sicknesses change it. */
final class RosterRow {
  private final Club club;
  private final Club.Membership member;
  private final Map<RosterField, Draft.@Nullable Cell> cells;
  private final List<FindingCode> findings = new ArrayList<>();
  private Answer.@Nullable Told told;
  private boolean refused;

  RosterRow(
      Club club,
      Club.Membership member,
      Map<RosterField, Draft.@Nullable Cell> cells,
      Answer.@Nullable Told told) {
    this.club = club;
    this.member = member;
    this.cells = cells;
    this.told = told;
  }

  /** The same row once more: it loads, but counts nobody. */
  RosterRow repeated() {
    RosterRow copy = new RosterRow(club, member, new EnumMap<>(cells), null);
    copy.findings.add(FindingCode.DUPLICATE_ROW);
    return copy;
  }

  Club club() {
    return club;
  }

  Club.Membership member() {
    return member;
  }

  Draft.@Nullable Cell cell(RosterField field) {
    return cells.get(field);
  }

  /** What it tells, null when it counts nobody. */
  Answer.@Nullable Told told() {
    return refused ? null : told;
  }

  boolean refused() {
    return refused;
  }

  List<FindingCode> findings() {
    return findings;
  }

  void put(RosterField field, Draft.@Nullable Cell cell) {
    cells.put(field, cell);
  }

  void find(FindingCode code) {
    findings.add(code);
  }

  void refuse(FindingCode code) {
    findings.add(code);
    refused = true;
  }

  void tell(Answer.Told other) {
    told = other;
  }
}
