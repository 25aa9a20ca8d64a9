package vn.ishc.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ishc.conform.ShownCell;
import vn.ishc.feedback.AnswerPages.RefusedRow;
import vn.ishc.feedback.MarkedWorkbook.Own;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.recognise.AnswerSheets;
import vn.ishc.recognise.TableFinder;
import vn.ishc.row.Language;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.sheet.FileFormat;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;
import vn.ishc.sheet.Workbook;
import vn.ishc.sheet.WorkbookPackage;
import vn.ishc.sheet.Workbooks;

/**
 * The answer to a sender as a workbook: their own, marked, with a page before it that says what became of it. What comes in as another kind of file goes
 * back as an xlsx of the same content. Where there is nothing to mark, or nothing to mark it in, the page alone is the receipt.
 */
public final class AnswerWorkbook {
  /** Beyond this size, in bytes, the answer holds only the refused rows. */
  public static final long SOURCE_BYTES_MAX = 20L << 20;

  /** Beyond so many rows the answer holds only the refused ones. */
  public static final int SOURCE_ROWS_MAX = 200_000;

  private static final int NAME_BYTES_MAX = 200;

  private final AnswerTexts texts;
  private final ReadLimits limits;
  private final TableFinder finder;
  private final long bytesMax;
  private final int rowsMax;

  /**
   * @param limits those the file was read under
   * @param finder that of the walk: it knows headings
   */
  public AnswerWorkbook(Language language, ReadLimits limits, TableFinder finder) {
    this(language, limits, finder, SOURCE_BYTES_MAX, SOURCE_ROWS_MAX);
  }

  AnswerWorkbook(Language language, ReadLimits limits, TableFinder finder, long bytesMax, int rowsMax) {
    this(new AnswerTexts(language), limits, finder, bytesMax, rowsMax);
  }

  private AnswerWorkbook(AnswerTexts texts, ReadLimits limits, TableFinder finder, long bytesMax, int rowsMax) {
    this.texts = texts;
    this.limits = limits;
    this.finder = finder;
    this.bytesMax = bytesMax;
    this.rowsMax = rowsMax;
  }

  /** For answers given before the file is loaded: they say that they are preliminary. */
  public static AnswerWorkbook preliminary(Language language, ReadLimits limits, TableFinder finder) {
    return new AnswerWorkbook(new AnswerTexts(language, true), limits, finder, SOURCE_BYTES_MAX, SOURCE_ROWS_MAX);
  }

  /**
   * What the answer to a file is called: {@code X.phan-hoi.xlsx}, also for an answer that came back. Names of files end at 255 bytes on most disks, so a
   * very long one is cut.
   */
  public static String nameFor(String file) {
    String name = InboxFolder.answered(file);
    while (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
      name = name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, name.length()) - 1));
    }
    return name + ".phan-hoi.xlsx";
  }

  /**
   * Writes an answer.
   *
   * @param source the file it is about; not opened when a receipt is enough
   * @param target where the answer goes; what is there is overwritten
   */
  public void write(Answer answer, Path source, Path target) throws IOException {
    if (answer.receipt()) {
      receipt(answer, target);
      return;
    }
    marked(answer, source, target);
  }

  /** Writes the page alone. */
  public void receipt(Answer answer, Path target) throws IOException {
    try {
      plainThenMarked(answer, List.of(), "", target, pages(answer, Map.of(), false), Map.of());
    } catch (UnreadableFile e) {
      throw new IllegalStateException("nothing was read", e);
    }
  }

  /** Writes the marked workbook, also where nothing is to be marked. */
  void marked(Answer answer, Path source, Path target) throws IOException {
    try (Workbook book = Workbooks.open(source, limits)) {
      if (Files.size(source) > bytesMax || answer.rowsRead() > rowsMax) {
        extract(answer, book, target);
        return;
      }
      boolean own = book.format() == FileFormat.XLSX || book.format() == FileFormat.XLSM;
      if (!own || !inPlace(answer, book, source, target)) {
        sameContent(answer, book, target);
      }
    } catch (UnreadableFile e) {
      receipt(answer, target);
    }
  }

  /** Whether the parts of the workbook could be marked where they lie. */
  private boolean inPlace(Answer answer, Workbook book, Path source, Path target) throws UnreadableFile, IOException {
    Map<String, MergedRanges> merges = new HashMap<>();
    Set<String> former = new HashSet<>();
    for (Sheet sheet : book.sheets()) {
      if (AnswerSheets.contain(sheet)) {
        former.add(sheet.name());
      } else {
        merges.putIfAbsent(sheet.name(), sheet.merges());
      }
    }
    try (WorkbookPackage parts = WorkbookPackage.open(source, limits);
        OutputPackage out = new OutputPackage(target)) {
      MarkedWorkbook.write(parts, out, bySheet(answer, Map.of()), merges, former, pages(answer, Map.of(), true), texts);
      return true;
    } catch (IOException e) {
      // A part that our reader never looks at may be broken or unheard of. A full disk fails again, below.
      return false;
    }
  }

  private void sameContent(Answer answer, Workbook book, Path target) throws UnreadableFile, IOException {
    List<Sheet> sheets = new ArrayList<>();
    Map<String, MergedRanges> merges = new HashMap<>();
    for (Sheet sheet : book.sheets()) {
      if (!AnswerSheets.contain(sheet)) {
        sheets.add(sheet);
        merges.putIfAbsent(sheet.name(), sheet.merges());
      }
    }
    String nameless = book.format() == FileFormat.DELIMITED ? texts.of("sheet.data") : "";
    plainThenMarked(answer, sheets, nameless, target, List.of(), merges);
  }

  /** First the content, then the marks: one way of marking for all kinds of files. */
  private void plainThenMarked(Answer answer, List<Sheet> sheets, String nameless, Path target, List<Own> own, Map<String, MergedRanges> merges) throws UnreadableFile, IOException {
    Path plain = target.resolveSibling(target.getFileName() + ".content.part");
    try {
      Map<String, String> names;
      try (OutputPackage out = new OutputPackage(plain)) {
        names = new HashMap<>(PlainWorkbook.write(out, sheets, nameless, finder));
      }
      if (!nameless.isEmpty()) {
        names.clear();
        names.put("", nameless);
      }
      Map<String, MergedRanges> renamed = new HashMap<>();
      merges.forEach((name, ranges) -> renamed.put(names.getOrDefault(name, nameless.isEmpty() ? name : nameless), ranges));
      // Our own file of the sender's content, whose size is bounded above: it may pack better than what we would take from strangers.
      ReadLimits ours = new ReadLimits(Long.MAX_VALUE, limits.entryBytesMax(), limits.totalBytesMax(), 2_000, limits.entriesMax(), limits.rowsMax(), limits.columnsMax(), limits.textLengthMax(), limits.sheetsMax(), limits.secondsMax());
      try (WorkbookPackage parts = WorkbookPackage.open(plain, ours);
          OutputPackage out = new OutputPackage(target)) {
        MarkedWorkbook.write(parts, out, bySheet(answer, names), renamed, Set.of(), own.isEmpty() ? pages(answer, names, true) : own, texts);
      }
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static Map<String, List<Note>> bySheet(Answer answer, Map<String, String> names) {
    return answer.notes().told().stream()
        .filter(note -> !note.sheet().isEmpty() || note.row() > 0)
        .collect(Collectors.groupingBy(note -> names.getOrDefault(note.sheet(), note.sheet())));
  }

  private List<Own> pages(Answer answer, Map<String, String> names, boolean marked) {
    AnswerPages pages = new AnswerPages(answer, texts, names, marked, false);
    List<Own> own = new ArrayList<>();
    own.add(new Own(texts.of("sheet.feedback"), pages::feedback));
    if (!answer.changes().isEmpty()) {
      own.add(new Own(texts.of("sheet.changes"), pages::changes));
    }
    return own;
  }

  private void extract(Answer answer, Workbook book, Path target) throws UnreadableFile, IOException {
    AnswerPages pages = new AnswerPages(answer, texts, Map.of(), false, true);
    List<RefusedRow> rows = new ArrayList<>();
    for (Sheet sheet : book.sheets()) {
      refused(answer, sheet, book.format() == FileFormat.DELIMITED ? "" : sheet.name(), rows);
    }
    List<Own> own = new ArrayList<>();
    own.add(new Own(texts.of("sheet.feedback"), pages::feedback));
    own.add(new Own(texts.of("sheet.refused"), placed -> pages.refused(placed, rows)));
    plainThenMarked(answer, List.of(), "", target, own, Map.of());
  }

  private static void refused(Answer answer, Sheet sheet, String name, List<RefusedRow> rows) throws UnreadableFile {
    Map<Integer, List<Note>> wanted =
        answer.notes().told().stream()
            .filter(note -> note.severity() == Severity.ERROR && note.row() > 0 && note.sheet().equals(name))
            .collect(Collectors.groupingBy(Note::row, TreeMap::new, Collectors.toList()));
    if (wanted.isEmpty()) {
      return;
    }
    try (RowCursor cursor = sheet.rows()) {
      for (RawRow row = cursor.next(); row != null; row = cursor.next()) {
        List<Note> notes = wanted.getOrDefault(row.number(), List.of());
        if (!notes.isEmpty()) {
          String reason = notes.stream().map(note -> note.message() + " [" + note.code() + "]").collect(Collectors.joining("\n"));
          List<String> cells = java.util.Arrays.stream(row.cells()).map(ShownCell::text).toList();
          rows.add(new RefusedRow(sheet.name(), row.number(), reason, cells));
        }
      }
    }
  }
}
