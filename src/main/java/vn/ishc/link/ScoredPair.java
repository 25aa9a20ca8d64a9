package vn.ishc.link;

/**
 * A pair of writings that is not plainly of two persons.
 *
 * @param left place of the one with the smaller key
 * @param right place of the other
 * @param score how they agree
 */
public record ScoredPair(int left, int right, PairScore score) {}
