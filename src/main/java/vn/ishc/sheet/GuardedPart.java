package vn.ishc.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One part of a zip as it unpacks: bounded in size and in ratio, checked against its sum at the
 * end.
 */
final class GuardedPart extends InputStream {
  private static final long RATIO_MATTERS_FROM = 1 << 20;
  private static final long CHARGE_EVERY = 1 << 20;

  /** Told how much has come out so far. */
  interface Meter {
    /** Refuses what is too much. */
    void charge(long bytes) throws IOException;
  }

  private final InputStream raw;
  private final Inflater inflater = new Inflater(true);
  private final boolean deflated;
  private final long crc;
  private final ReadLimits limits;
  private final Meter meter;
  private final CRC32 sum = new CRC32();
  private final byte[] packed = new byte[1 << 15];
  private long out;
  private long charged;
  private boolean ended;

  /**
   * @param raw the part as it lies in the file
   * @param crc the sum declared; negative when unknown
   */
  GuardedPart(InputStream raw, boolean deflated, long crc, ReadLimits limits, Meter meter) {
    this.raw = raw;
    this.deflated = deflated;
    this.crc = crc;
    this.limits = limits;
    this.meter = meter;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = ended ? -1 : deflated ? inflate(to, offset, length) : raw.read(to, offset, length);
    if (count > 0) {
      count(to, offset, count);
    } else if (!ended) {
      end();
    }
    return count;
  }

  private int inflate(byte[] to, int offset, int length) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(to, offset, length);
        if (count > 0) {
          return count;
        }
        if (inflater.finished()) {
          return -1;
        }
        feed();
      }
    } catch (DataFormatException e) {
      throw Refusal.damaged();
    }
  }

  private void feed() throws IOException {
    int read = inflater.needsInput() ? raw.read(packed) : -1;
    if (read <= 0) {
      throw new EOFException();
    }
    inflater.setInput(packed, 0, read);
  }

  private void count(byte[] bytes, int offset, int count) throws IOException {
    sum.update(bytes, offset, count);
    out += count;
    boolean steep =
        deflated
            && out > RATIO_MATTERS_FROM
            && out / limits.inflateRatioMax() > inflater.getBytesRead();
    if (out > limits.entryBytesMax() || steep) {
      throw Refusal.bomb();
    }
    if (out - charged >= CHARGE_EVERY) {
      charged = out;
      meter.charge(out);
    }
  }

  private void end() throws IOException {
    ended = true;
    meter.charge(out);
    if (crc >= 0 && crc != sum.getValue()) {
      throw Refusal.damaged();
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    raw.close();
  }
}
