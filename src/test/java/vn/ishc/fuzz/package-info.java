/** Files that nobody would write, to be refused with a code or read, in bounded time. See {@code src/docs/reliability.md}. */
package vn.ishc.fuzz;
