package vn.ishc.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;

/**
 * Dates and ranges with words in them, brought to signs: {@code /} within a date, {@code -} for to,
 * {@code ,} for and.
 */
final class DateSigns {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<=\\d)[t ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?(?:am|pm|sa|ch))?z?$|^(?:luc "
              + ")?\\d{1,2}(?:h|g|gio|:)(?:\\d{2})?'?(?: phut)?[ ,]+");
  private static final Pattern REMARK =
      Pattern.compile(
          "\\([^)]*\\)?$|\\[[^\\]]*\\]$|[ ,]*(?:am lich|duong lich|al|dl|tuoi [a-z]+)$");
  private static final Pattern PLACE = Pattern.compile("^[a-z .]+, ?(?=ngay)");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?|(?<![a-z])thg ?(?=\\d)");
  private static final Pattern MONTH_WORD =
      Pattern.compile(
          "thang (muoi mot|muoi hai|muoi|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|chap)(?![a-z])");
  private static final Pattern MONTHS =
      Pattern.compile("^(?:tu )?(?:cac )?(?:thang|thg|th|t)\\.? ?\\d.*");
  private static final Pattern FILLING =
      Pattern.compile(
          "(?<![a-z])(?:ngay sinh|nam sinh|sinh|sn|ns|ngay|mong|mung|hom|luc|vao|trong|khoang|tu|thu hai|thu "
              + "ba|thu tu|thu nam|thu sau|thu bay|chu nhat|cac)(?![a-z])[.:]?");
  private static final Pattern MONTH = Pattern.compile("(?<![a-z])(?:thang|thg|th|t)(?![a-z])\\.?");
  private static final Pattern YEAR = Pattern.compile("(?<![a-z])(?:nam|n)(?![a-z])\\.?");
  private static final Pattern TO =
      Pattern.compile("(?<![a-z])(?:den het|den|toi)(?![a-z])|[–—−→~]|->|=>|\\.{2,}");
  private static final Pattern AND = Pattern.compile("(?<![a-z])va(?![a-z])|[&+;]");
  private static final Pattern SPACED = Pattern.compile(" *([/\\-,.\\\\|]) *");
  private static final Pattern SLASHES = Pattern.compile("[/.\\\\| ]+");
  private static final Pattern ALL_SIGNS = Pattern.compile("[0-9/,\\-]+");
  private static final Map<String, Integer> MONTH_WORDS =
      Map.ofEntries(
          Map.entry("gieng", 1),
          Map.entry("mot", 1),
          Map.entry("hai", 2),
          Map.entry("ba", 3),
          Map.entry("tu", 4),
          Map.entry("nam", 5),
          Map.entry("sau", 6),
          Map.entry("bay", 7),
          Map.entry("tam", 8),
          Map.entry("chin", 9),
          Map.entry("muoi", 10),
          Map.entry("muoi mot", 11),
          Map.entry("muoi hai", 12),
          Map.entry("chap", 12));
  private static final String ENGLISH_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private DateSigns() {}

  /**
   * The date of a text in lower case without marks; null when words remain that mean something
   * else.
   */
  static @Nullable Reading<PartialDate> read(String loose, String text, DateText.Context context) {
    if (!CellText.hasDigit(loose)) {
      return null;
    }
    String signs = signs(CellText.asDigits(loose));
    if (!ALL_SIGNS.matcher(signs).matches()) {
      return null;
    }
    return signs.indexOf('-') < 0 && signs.indexOf(',') < 0
        ? parts(signs).resolve(text, context)
        : several(signs, MONTHS.matcher(loose).matches(), text, context);
  }

  private static String signs(String loose) {
    String out = REMARK.matcher(TIME.matcher(loose).replaceAll("")).replaceFirst("").strip();
    out = PLACE.matcher(out).replaceFirst("");
    out = MONTH_WORD.matcher(out).replaceAll(found -> "thang " + MONTH_WORDS.get(found.group(1)));
    out =
        ENGLISH
            .matcher(out)
            .replaceAll(
                found ->
                    found.group(1) == null
                        ? "/"
                        : Integer.toString(ENGLISH_MONTHS.indexOf(found.group(1)) / 3 + 1));
    out = FILLING.matcher(out).replaceAll("");
    out = AND.matcher(TO.matcher(out).replaceAll("-")).replaceAll(",");
    out =
        YEAR.matcher(MONTH.matcher(out.replaceAll("(?<=[a-z])(?=\\d)", " ")).replaceAll("/"))
            .replaceAll("/");
    out = SLASHES.matcher(SPACED.matcher(out.strip()).replaceAll("$1")).replaceAll("/");
    out = out.replace("-/", "-").replace(",/", ",").replace("/-", "-").replace("/,", ",");
    return out.replaceAll("^[/\\-,]+|[/\\-,]+$", "");
  }

  private static DateParts parts(String signs) {
    String[] numbers = signs.split("/");
    return new DateParts(numbers, false);
  }

  /** A range or a list: the last date is whole, those before it take from it what they lack. */
  private static @Nullable Reading<PartialDate> several(
      String signs, boolean months, String text, DateText.Context context) {
    List<String[]> dates = new ArrayList<>();
    int count = 0;
    for (String date : signs.split("[-,]")) {
      dates.add(date.split("/"));
      count += dates.getLast().length;
    }
    String[] last = dates.getLast();
    boolean years = count == 2 && dates.getFirst()[0].length() == 4 && last[0].length() == 4;
    if (count <= 3 && !years && !(months && last.length == 2)) {
      return parts(signs.replace('-', '/').replace(',', '/')).resolve(text, context);
    }
    Reading<PartialDate> end = new DateParts(last, false).resolve(text, context);
    Reading<PartialDate> start =
        new DateParts(completed(dates.getFirst(), last), false).resolve(text, context);
    PartialDate from = start.value();
    PartialDate to = end.value();
    return from == null ? start : to == null ? end : range(from, to, text, dates.getFirst().length);
  }

  private static String[] completed(String[] first, String[] last) {
    int missing = last.length - first.length;
    if (missing <= 0) {
      return first;
    }
    String[] whole = last.clone();
    System.arraycopy(first, 0, whole, 0, first.length);
    return whole;
  }

  /** From the first to the last; over the turn of a year the first had none of its own. */
  private static Reading<PartialDate> range(
      PartialDate first, PartialDate last, String text, int written) {
    LocalDate from = first.from();
    boolean turn =
        from.isAfter(last.to()) && written == 2 && from.getMonthValue() > last.to().getMonthValue();
    LocalDate start = turn ? from.minusYears(1) : from;
    return start.isAfter(last.to())
        ? Reading.unreadable(FindingCode.DATE_UNREADABLE, text)
        : Dates.tidied(Dates.range(start, last.to()));
  }

  /** Finds the first date that stands somewhere in a text. */
  static @Nullable PartialDate find(String loose, DateText.Context context) {
    Matcher matcher = FOUND.matcher(loose);
    while (matcher.find()) {
      PartialDate date = DateText.read(matcher.group().strip(), context).value();
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static final Pattern FOUND =
      Pattern.compile(
          "(?:ngay )?\\d{1,2} ?[/.\\-] ?\\d{1,2} ?[/.\\-] ?\\d{2,4}(?!\\d)|(?:ngay |mong )\\d{1,2} thang "
              + "\\d{1,2}(?: nam \\d{4})?|(?:ngay )?\\d{1,2}/\\d{4}"
              + "|(?:ngay )?\\d{1,2}/\\d{1,2}(?![\\d/])|(?:thang |t|th)\\d{1,2}(?: ?[/.\\-] ?| nam )\\d{4}|"
              + "(?<!\\d)(?:nam )?(?:19|20)\\d\\d(?!\\d)");
}
