package vn.ishc.indicator;

import java.util.Optional;

/**
 * What is to be said above the rows behind a figure.
 *
 * @param figure the figure itself
 * @param clubsCounted active clubs that are in it
 * @param clubsWithoutRoster active clubs that are not in it, because no roster of them is known
 * @param clubsCarriedForward clubs whose figures rest on the roster of an earlier half-year
 * @param personsTwice persons counted once although they stand in several clubs of the area
 * @param files files that the rows came in
 * @param refusedRows rows of the same sheets that were refused, and count nowhere
 * @param doubt between what bounds the figure lies while pairs of persons are in doubt; empty without such a pair
 */
public record EvidenceSummary(
    IndicatorRow figure,
    int clubsCounted,
    int clubsWithoutRoster,
    int clubsCarriedForward,
    int personsTwice,
    int files,
    int refusedRows,
    Optional<PendingDoubt> doubt) {}
