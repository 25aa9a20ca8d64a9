/**
 * Names meet places, clubs and persons.
 */
@NullMarked
package vn.ishc.link;

import org.jspecify.annotations.NullMarked;
