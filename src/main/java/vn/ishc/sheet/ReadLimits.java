package vn.ishc.sheet;

/**
 * How much of a file we are ready to read; beyond it the file is refused.
 *
 * @param fileBytesMax size of the file on disk
 * @param entryBytesMax unpacked size of one part of a zip
 * @param totalBytesMax unpacked size of all parts together
 * @param inflateRatioMax unpacked to packed size of one part, once it is larger than a megabyte
 * @param entriesMax parts in a zip
 * @param rowsMax rows of one sheet
 * @param columnsMax columns of one row
 * @param textLengthMax characters of one cell
 * @param sheetsMax sheets of a workbook
 * @param secondsMax processor time of reading it and of all that is done with its rows on the way; a roster of a million rows takes ten to thirty
 */
public record ReadLimits(
    long fileBytesMax,
    long entryBytesMax,
    long totalBytesMax,
    int inflateRatioMax,
    int entriesMax,
    int rowsMax,
    int columnsMax,
    int textLengthMax,
    int sheetsMax,
    int secondsMax) {
  /** The limits in force unless a test says otherwise. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(200L << 20, 2L << 30, 4L << 30, 100, 2000, 1_048_576, 16_384, 32_767, 256, 600);
}
