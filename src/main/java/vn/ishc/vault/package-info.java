/**
 * Numbers that identify a person are locked: the key outside the database, what is derived from it, sealing and keyed
 * hashes.
 */
@NullMarked
package vn.ishc.vault;

import org.jspecify.annotations.NullMarked;
