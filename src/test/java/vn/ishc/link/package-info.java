/** The linkage held against made-up provinces whose truth is known. */
@NullMarked
package vn.ishc.link;

import org.jspecify.annotations.NullMarked;
