/**
 * The answer to the sender: findings in words.
 */
@NullMarked
package vn.ishc.feedback;

import org.jspecify.annotations.NullMarked;
