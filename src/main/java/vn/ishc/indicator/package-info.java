/**
 * Figures and their evidence.
 */
@NullMarked
package vn.ishc.indicator;

import org.jspecify.annotations.NullMarked;
