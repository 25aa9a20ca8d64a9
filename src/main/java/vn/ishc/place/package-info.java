/** The administrative map of the province in its four frames, and the 21 districts of the plan. */
@NullMarked
package vn.ishc.place;

import org.jspecify.annotations.NullMarked;
