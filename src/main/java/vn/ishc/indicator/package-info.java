/**
 * Figures and their evidence. {@code jobs/indicators.yml} says what is measured; {@link
 * vn.ishc.indicator.Indicators} computes it from the star, one question per family of figures;
 * {@link vn.ishc.indicator.Evidence} shows the rows behind a figure.
 */
@NullMarked
package vn.ishc.indicator;

import org.jspecify.annotations.NullMarked;
