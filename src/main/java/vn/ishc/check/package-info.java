/**
 * Rules meet values: range, contradiction, uniqueness, totals; the verdict on a row.
 */
@NullMarked
package vn.ishc.check;

import org.jspecify.annotations.NullMarked;
