@NullMarked
package vn.ishc.clean;

import org.jspecify.annotations.NullMarked;
