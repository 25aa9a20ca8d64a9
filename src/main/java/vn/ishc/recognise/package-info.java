/**
 * Which feed is each table, where is its header, what kind is each row, which unit and period does it speak of.
 */
@NullMarked
package vn.ishc.recognise;

import org.jspecify.annotations.NullMarked;
