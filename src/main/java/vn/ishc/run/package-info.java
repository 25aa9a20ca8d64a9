/**
 * What starts when: the jobs.
 */
@NullMarked
package vn.ishc.run;

import org.jspecify.annotations.NullMarked;
