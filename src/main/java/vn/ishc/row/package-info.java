/**
 * The forms a row takes on its walk: cells as the file holds them, values as we read them, findings about both.
 */
@NullMarked
package vn.ishc.row;

import org.jspecify.annotations.NullMarked;
