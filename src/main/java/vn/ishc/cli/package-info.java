/**
 * The commands.
 */
@NullMarked
package vn.ishc.cli;

import org.jspecify.annotations.NullMarked;
