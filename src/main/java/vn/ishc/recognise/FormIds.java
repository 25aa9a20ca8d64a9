package vn.ishc.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.row.Period;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;
import vn.ishc.sheet.Workbook;

/**
 * What a template of ours says of its sheets, on a hidden sheet of its own: a return needs no guessing. Each sheet is known by a mark in its title block,
 * whatever the sheet is called by now; a sheet that lost the mark, by the name it was given. Anybody can write such a sheet, so it is believed no further
 * than what the file shows openly.
 *
 * @param forms one per sheet
 */
public record FormIds(List<Form> forms) {
  /** No template of ours. */
  public static final FormIds NONE = new FormIds(List.of());

  /** Name of the hidden sheet. */
  public static final String SHEET = "_ISHC";

  /** Its first cell. */
  public static final String MARK = "ISHC-MAU-BIEU";

  /** The second cell; another version of the template is read as far as it can be. */
  public static final String VERSION = "1";

  /** Its columns. */
  public static final List<String> COLUMNS = List.of("mark", "sheet", "feed", "period", "plan_district", "commune_code", "club_code", "club_name", "founded_on", "titles");

  /** How many columns belong to the ids; lists for drop-downs may stand further right. */
  public static final int WIDTH = COLUMNS.size();

  /** Between title lines: cells are read with their white space made one. */
  private static final String LINE_END = " ‖ ";

  private static final int FORMS_MAX = 2_000;
  private static final int TEXT_MAX = 400;
  private static final Pattern IN_TITLE = Pattern.compile("Mã tờ: ([B-DF-HJ-NP-TV-XZ]{6})");
  private static final Pattern DISTRICT = Pattern.compile("\\d{3}|");
  private static final Pattern COMMUNE = Pattern.compile("\\d{5}|");

  /**
   * One sheet as it was issued.
   *
   * @param mark six letters that also stand in its title block
   * @param sheet name it was given
   * @param feed the feed
   * @param period the half-year; empty for none
   * @param planDistrict GSO code of the plan district; empty text for none
   * @param communeCode GSO code of the commune; empty text for none
   * @param clubCode code of the club, for people; empty text when it speaks of no one club
   * @param club name proper of the club; empty text for none
   * @param founded founding day of the club, which tells two of one name apart
   * @param titles the title lines as printed
   */
  public record Form(
      String mark, String sheet, String feed, Optional<Period> period, String planDistrict, String communeCode, String clubCode, String club, Optional<LocalDate> founded,
      List<String> titles) {
    /** Copies the titles. */
    public Form {
      titles = List.copyOf(titles);
    }

    /** The cells of its row, in the order of {@link FormIds#COLUMNS}. */
    public List<String> cells() {
      return List.of(
          mark, sheet, feed, period.map(Period::code).orElse(""), planDistrict, communeCode, clubCode, club, founded.map(LocalDate::toString).orElse(""), String.join(LINE_END, titles));
    }
  }

  /** Copies the list. */
  public FormIds {
    forms = List.copyOf(forms);
  }

  /** The line of the title block that carries a mark. */
  public static String title(String mark) {
    return "Mã tờ: " + mark;
  }

  /** The ids of a workbook; none when it is no template of ours. */
  public static FormIds in(Workbook workbook) throws UnreadableFile {
    for (Sheet sheet : workbook.sheets()) {
      if (contain(sheet)) {
        return read(sheet);
      }
    }
    return NONE;
  }

  /** Whether the sheet is the one that holds ids: it is no data. */
  public static boolean contain(Sheet sheet) throws UnreadableFile {
    if (!sheet.hidden() && !sheet.name().strip().toUpperCase(Locale.ROOT).startsWith(SHEET)) {
      return false;
    }
    try (RowCursor rows = sheet.rows()) {
      RawRow first = rows.next();
      return first != null && HeaderBlock.textOf(first.cell(0)).equals(MARK);
    }
  }

  private static FormIds read(Sheet sheet) throws UnreadableFile {
    List<Form> forms = new ArrayList<>();
    try (RowCursor rows = sheet.rows()) {
      for (RawRow row = rows.next(); row != null && forms.size() < FORMS_MAX; row = rows.next()) {
        form(row).ifPresent(forms::add);
      }
    }
    return new FormIds(forms);
  }

  private static Optional<Form> form(RawRow row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      String text = HeaderBlock.textOf(row.cell(i)).strip();
      cells.add(text.length() > TEXT_MAX && i < WIDTH - 1 ? "" : text);
    }
    boolean sound = IN_TITLE.matcher(title(cells.get(0))).matches() && DISTRICT.matcher(cells.get(4)).matches() && COMMUNE.matcher(cells.get(5)).matches();
    return sound
        ? Optional.of(
            new Form(
                cells.get(0), cells.get(1), cells.get(2), Period.parse(cells.get(3)), cells.get(4), cells.get(5), cells.get(6), cells.get(7), day(cells.get(8)),
                List.of(cells.get(9).split(Pattern.quote(LINE_END.strip())))))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The form that a table stands on: told by the mark above it, else by the name of the sheet. */
  public Optional<Form> of(List<String> titles, String sheet) {
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    for (String line : titles) {
      Matcher marked = IN_TITLE.matcher(line);
      if (marked.find()) {
        return forms.stream().filter(form -> form.mark().equals(marked.group(1))).findFirst();
      }
    }
    return forms.stream().filter(form -> form.sheet().equals(sheet)).findFirst();
  }
}
