package vn.ishc.link;

import org.jspecify.annotations.Nullable;
import vn.ishc.conform.CleanRow;

/**
 * A row tied to what it speaks of.
 *
 * @param clean its values
 * @param club the club it belongs to; null when the feed knows none
 * @param planDistrict the plan district of the row; null when nothing tells
 * @param repeats number of the earlier row of the slice that says the same; 0 for none
 */
public record LinkedRow(CleanRow clean, @Nullable ClubMention club, @Nullable String planDistrict, int repeats) {}
