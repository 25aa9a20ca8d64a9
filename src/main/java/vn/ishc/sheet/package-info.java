/**
 * A file becomes rows: xlsx, xlsm, xlsb, xls, ods, csv and their like as one stream of cells, never guessed.
 */
@NullMarked
package vn.ishc.sheet;

import org.jspecify.annotations.NullMarked;
