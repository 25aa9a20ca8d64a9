package vn.ishc.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ishc.row.FindingCode;

/** A text file of separated values as a workbook of one sheet; tells what was decided about it. */
public final class DelimitedWorkbook implements Workbook {
  private static final int SAMPLE_CHARS = 1 << 16;

  /**
   * What was decided from the contents of the file.
   *
   * @param charset name of the encoding, for example {@code UTF-16LE}
   * @param separator the separator; empty when every line is one field
   */
  public record Decision(String charset, String separator) {}

  private final Path file;
  private final ReadLimits limits;
  private final TextEncoding encoding;
  private final int markBytes;
  private final boolean separatorLine;
  private final char separator;

  private DelimitedWorkbook(Path file, TextSurvey survey, ReadLimits limits) throws IOException {
    this.file = file;
    this.limits = limits;
    this.encoding = survey.encoding();
    this.markBytes = survey.markBytes();
    char[] sample = sample();
    char announced = announced(sample);
    this.separatorLine = announced != SeparatorVote.NONE;
    this.separator = separatorLine ? announced : SeparatorVote.of(sample, limits);
  }

  /** Surveys the file and decides. */
  static DelimitedWorkbook open(Path file, ReadLimits limits) throws IOException {
    TextSurvey survey = TextSurvey.of(file);
    if (survey.isBlank()) {
      throw new Refusal(new UnreadableFile(FindingCode.FILE_EMPTY));
    }
    if (survey.isBinary()) {
      throw Refusal.notAWorkbook("tệp nhị phân không rõ loại", "a binary file of an unknown kind");
    }
    return new DelimitedWorkbook(file, survey, limits);
  }

  private Reader reader() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(markBytes);
    return encoding.unitBytes() == 1
        ? new LosslessReader(in, encoding)
        : new InputStreamReader(in, encoding.charset());
  }

  /** The start of the file up to a line end, so that no record of it is cut. */
  private char[] sample() throws IOException {
    char[] sample = new char[SAMPLE_CHARS];
    int length = 0;
    try (Reader reader = reader()) {
      int count = reader.read(sample);
      while (count > 0) {
        length += count;
        count = length < sample.length ? reader.read(sample, length, sample.length - length) : 0;
      }
    }
    int end = length;
    while (length == sample.length && end > 1 && sample[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(sample, end > 1 ? end : length);
  }

  /** The separator that a first line {@code sep=;} announces, as Excel writes and reads it. */
  private static char announced(char[] sample) {
    String line = new String(sample, 0, Math.min(sample.length, 16)).lines().findFirst().orElse("");
    String bare =
        line.startsWith("\"") && line.endsWith("\"")
            ? line.substring(1, Math.max(1, line.length() - 1))
            : line;
    boolean announces = bare.length() == 5 && bare.toLowerCase(Locale.ROOT).startsWith("sep=");
    return announces ? bare.charAt(4) : SeparatorVote.NONE;
  }

  /** What was decided. */
  public Decision describe() {
    return new Decision(
        encoding.label(), separator == SeparatorVote.NONE ? "" : String.valueOf(separator));
  }

  @Override
  public FileFormat format() {
    return FileFormat.DELIMITED;
  }

  @Override
  public List<Sheet> sheets() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return List.of(
        new StoredSheet(
            dot > 0 ? name.substring(0, dot) : name, false, () -> MergedRanges.NONE, this::rows));
  }

  private Rows rows() throws IOException {
    return new DelimitedRows(
        new DelimitedScanner(reader(), separator, limits), separatorLine ? 1 : 0, limits);
  }

  @Override
  public void close() {
    // Every cursor has its own file.
  }
}
