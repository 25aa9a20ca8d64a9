package vn.ishc.link;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.place.Place;

/**
 * What a table as a whole speaks of.
 *
 * @param planDistrict GSO code of the plan district; null when nothing tells
 * @param commune the commune, when title or sender are a commune
 * @param club the club that title or sheet name tell
 * @param founded founding day of that club, as our own template tells
 */
public record TableUnit(@Nullable String planDistrict, Optional<Place> commune, Optional<ClubName> club, Optional<LocalDate> founded) {}
