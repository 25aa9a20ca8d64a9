/**
 * Text becomes values: Vietnamese text repaired, dates, numbers, identity numbers and codes read.
 */
@NullMarked
package vn.ishc.clean;

import org.jspecify.annotations.NullMarked;
