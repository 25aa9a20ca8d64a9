/** The walk of one file, from its bytes to accepted rows and findings; needs no database. */
@NullMarked
package vn.ishc.walk;

import org.jspecify.annotations.NullMarked;
