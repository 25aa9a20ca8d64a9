/**
 * Loads that are cut off: at every {@code Failpoint}, by SIGKILL at random moments, with the database killed under them, on a full disk. Whatever happens, the next
 * load makes the warehouse what it would have been. See {@code src/docs/reliability.md}.
 */
package vn.ishc.crash;
