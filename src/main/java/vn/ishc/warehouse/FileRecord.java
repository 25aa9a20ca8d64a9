package vn.ishc.warehouse;

import java.time.Instant;

/**
 * A file as the warehouse keeps it, before it is read.
 *
 * @param fileId 12 hex digits of the sha256 of content, sender and name: the same everywhere and for ever
 * @param contentSha256 of the bytes
 * @param submitter folder name of the sender
 * @param name in NFC
 * @param sizeBytes of the bytes
 * @param receivedAt when it was first seen
 * @param revisionRank decides between files received at the same instant: corrections and copies by name come later
 */
public record FileRecord(
    String fileId, String contentSha256, String submitter, String name, long sizeBytes, Instant receivedAt, int revisionRank) {}
