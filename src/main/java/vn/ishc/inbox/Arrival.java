package vn.ishc.inbox;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that has come in.
 *
 * @param path where it lies
 * @param name its name, in NFC
 * @param folder name of the inbox folder it lies in
 * @param submitter whose folder that is; empty when nobody's
 * @param receivedOn the day it came in, Asia/Ho_Chi_Minh
 */
public record Arrival(Path path, String name, String folder, Optional<Submitter> submitter, LocalDate receivedOn) {}
