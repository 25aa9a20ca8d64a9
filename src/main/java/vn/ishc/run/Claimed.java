package vn.ishc.run;

import java.nio.file.Path;
import java.time.Instant;
import vn.ishc.inbox.FileState;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.warehouse.FileRecord;

/**
 * A file of the inbox with a copy of our own: what is read, loaded and archived is the same bytes, whatever happens to the original meanwhile.
 *
 * @param waiting where the original lies
 * @param record what the warehouse knows of it
 * @param copy our copy
 * @param original what the original was like when it was copied
 */
record Claimed(Waiting waiting, FileRecord record, Path copy, FileState original) {

  /** The same file, come at another moment. */
  Claimed receivedAt(Instant moment) {
    FileRecord r = record;
    return new Claimed(waiting, new FileRecord(r.fileId(), r.contentSha256(), r.submitter(), r.name(), r.sizeBytes(), moment, r.revisionRank()), copy, original);
  }
}
