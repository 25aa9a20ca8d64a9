package vn.ishc.link;

import org.jspecify.annotations.Nullable;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceMatch.How;
import vn.ishc.row.PartialDate;

/**
 * A club as one file speaks of it.
 *
 * @param number running number within the file, from 1
 * @param table number of the table within the file, from 1
 * @param feed what kind of table
 * @param period the half-year it speaks of, as code; empty for none
 * @param planDistrict GSO code of the plan district; null when nothing tells
 * @param commune its commune; null when nothing tells
 * @param how how the commune was found; null without commune
 * @param communeWritten what the file says of the commune
 * @param clubWritten what the file says of the club
 * @param name the name proper
 * @param key the name made comparable
 * @param hamletKey the hamlet made comparable; null when not told
 * @param founded day of founding, as a registry tells
 * @param decisionKey number of the founding decision made comparable; null when not told
 */
public record ClubMention(
    int number,
    int table,
    String feed,
    String period,
    @Nullable String planDistrict,
    @Nullable Place commune,
    @Nullable How how,
    String communeWritten,
    String clubWritten,
    String name,
    String key,
    @Nullable String hamletKey,
    @Nullable PartialDate founded,
    @Nullable String decisionKey) {
  /** What tells clubs of one file apart. */
  public String identity() {
    return table + "/" + planDistrict + "/" + (commune == null ? communeWritten : commune.code()) + "/" + key;
  }
}
