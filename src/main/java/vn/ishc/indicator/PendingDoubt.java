package vn.ishc.indicator;

/**
 * Between what bounds a figure lies as long as pairs of persons are in doubt, who are counted as two until somebody decides.
 *
 * @param pairs how many pairs concern the figure
 * @param low the figure at its lowest, in its own unit (shares 0 to 1)
 * @param high the figure at its highest
 */
public record PendingDoubt(int pairs, double low, double high) {}
