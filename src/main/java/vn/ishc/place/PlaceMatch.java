package vn.ishc.place;

import java.util.List;

/** What became of the name of a place. */
public sealed interface PlaceMatch {
  /** How a name led to a place. */
  enum How {
    /** Letter for letter, spelling habits aside. */
    EXACT,
    /** Through a known other name. */
    ALIAS,
    /** Tone marks aside; no other place is spelled so. */
    TONELESS,
    /** The name of another map than that of the day, carried to it where that is a function. */
    OTHER_FRAME,
    /** Not named: the sender's own unit. */
    UNIT
  }

  /** Exactly one place. */
  record Found(Place place, How how) implements PlaceMatch {}

  /** Several places are called so. */
  record Ambiguous(List<Place> places) implements PlaceMatch {
    /** Copies the list. */
    public Ambiguous {
      places = List.copyOf(places);
    }
  }

  /** No place is called so. */
  record None() implements PlaceMatch {}

  /** No place is called so. */
  PlaceMatch NONE = new None();
}
