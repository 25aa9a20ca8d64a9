package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.Submitters;
import vn.ishc.vault.VaultKey;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.FileRecord;
import vn.ishc.warehouse.Staging;
import vn.ishc.warehouse.StagingSpool;

/** Reads originals once more, each as of the day it came. */
final class ArchiveReader {
  private final Submitters submitters;
  private final FileWalk.Knowledge walk;
  private final Staging staging;
  private final Words words = new Words();

  /** What is done with what was read. */
  interface Written {
    void write(Staging staging, FileReport report, StagingSpool rows) throws SQLException, IOException;
  }

  /** @param spool a folder of the caller's own; what lies there is deleted */
  ArchiveReader(Connection connection, Knowledge knowledge, VaultKey key, Path spool) throws SQLException, IOException {
    this.submitters = knowledge.submitters();
    this.walk = knowledge.forWalk();
    this.staging = new Staging(connection, knowledge.contracts(), key, spool);
  }

  Staging staging() {
    return staging;
  }

  /**
   * Reads one.
   *
   * @param path where it lies
   */
  void read(FileRecord record, Path path, Written written) throws SQLException, IOException {
    LocalDate receivedOn = record.receivedAt().atZone(Settings.ZONE).toLocalDate();
    Arrival arrival = new Arrival(path, record.name(), record.submitter(), submitters.find(record.submitter()), receivedOn);
    try (StagingSpool spool = staging.spool(record, words)) {
      written.write(staging, FileWalk.walk(walk, arrival, spool), spool);
    }
  }
}
