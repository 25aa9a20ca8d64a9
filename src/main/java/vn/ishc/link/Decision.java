package vn.ishc.link;

/**
 * What somebody decided about two writings: it wins over every weight and every rule.
 *
 * @param left key of one writing
 * @param right key of the other
 * @param samePerson whether both are one person
 */
public record Decision(long left, long right, boolean samePerson) {}
