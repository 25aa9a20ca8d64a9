/** Vietnamese text: repaired from the encodings of thirty years, and compared across spellings. */
@NullMarked
package vn.ishc.text;

import org.jspecify.annotations.NullMarked;
