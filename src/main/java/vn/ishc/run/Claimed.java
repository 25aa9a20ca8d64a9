package vn.ishc.run;

import java.nio.file.Path;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.warehouse.FileRecord;

/**
 * A file of the inbox with a copy of our own: what is read, loaded and archived is the same bytes, whatever happens to the original meanwhile.
 *
 * @param waiting where the original lies
 * @param record what the warehouse knows of it
 * @param copy our copy
 * @param lastModified of the original when it was copied, epoch milliseconds
 */
record Claimed(Waiting waiting, FileRecord record, Path copy, long lastModified) {}
