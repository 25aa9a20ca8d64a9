/**
 * A file arrives: whose it is, what it is called, when it came.
 */
@NullMarked
package vn.ishc.inbox;

import org.jspecify.annotations.NullMarked;
