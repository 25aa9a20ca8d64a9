@org.jspecify.annotations.NullMarked
package vn.ishc.vault;
