package vn.ishc.run;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.Arrival;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;

/**
 * The memory of this process, which files share that are read side by side. A file for which it does not do is read once more with all of it: nobody's file is
 * refused for the size of another one.
 */
final class SharedMemory {
  private static final Logger LOG = LoggerFactory.getLogger(SharedMemory.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** How a file is walked: beside others, or alone. */
  interface Walking {
    /** Says what became of the file. */
    FileReport walk(FileWalk.Knowledge knowledge, Arrival arrival, RowSink sink);
  }

  /** What is done with one file. */
  interface Reading {
    /** Reads it; may be called twice, and leaves nothing behind where it fails. */
    void read(Walking walking) throws IOException, SQLException;
  }

  /** Reads a file beside others, and alone if it must be. */
  void read(String fileId, Reading reading) throws IOException, SQLException {
    lock.readLock().lock();
    try {
      reading.read(FileWalk::walkBesideOthers);
      return;
    } catch (OutOfMemoryError e) {
      LOG.warn("file {} is read again alone: the memory did not do", fileId);
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      reading.read(FileWalk::walk);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
