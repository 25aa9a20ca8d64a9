/** Rows conform to their contract: the cells of a table become typed values, column by column. */
@NullMarked
package vn.ishc.conform;

import org.jspecify.annotations.NullMarked;
