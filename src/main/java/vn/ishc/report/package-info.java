/**
 * The star leaves: the half-year review, the annual review, the final evaluation. {@link vn.ishc.report.StarFacts} asks the star once,
 * {@link vn.ishc.report.Composer} turns the answers into one {@link vn.ishc.report.Paper} of sealed {@link vn.ishc.report.Block}s, three
 * writers print it as docx, xlsx and html. {@link vn.ishc.report.Editions} keeps what was published.
 */
@NullMarked
package vn.ishc.report;

import org.jspecify.annotations.NullMarked;
