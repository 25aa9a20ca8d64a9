/**
 * Rows meet the star: the database, staging, the set-based loads.
 */
@NullMarked
package vn.ishc.warehouse;

import org.jspecify.annotations.NullMarked;
