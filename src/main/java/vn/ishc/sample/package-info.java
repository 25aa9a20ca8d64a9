/**
 * Made-up inputs of any size, for training and benchmarks: a small world of clubs and persons, the
 * workbooks that its offices would send about it, spoiled on purpose in known ways, and the right
 * answer for each. No person, number or amount in it is real.
 */
@NullMarked
package vn.ishc.sample;

import org.jspecify.annotations.NullMarked;
