/**
 * What a file promises: the contract of each feed, read from {@code jobs/feeds/*.yml}.
 */
@NullMarked
package vn.ishc.feed;

import org.jspecify.annotations.NullMarked;
