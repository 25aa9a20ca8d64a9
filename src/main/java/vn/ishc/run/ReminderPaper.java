package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contracts;
import vn.ishc.feedback.AnswerWorkbook;
import vn.ishc.row.Language;
import vn.ishc.row.Period;
import vn.ishc.run.Reminder.Faulty;
import vn.ishc.run.Reminder.Missing;

/** A reminder in words: as a workbook for the outbox and as the text of a mail. */
final class ReminderPaper {
  /** A mail names so many; the workbook has all. */
  private static final int SHOWN_MAX = 15;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final ResourceBundle words;
  private final Contracts contracts;
  private final LocalDate today;
  private final boolean vietnamese;

  ReminderPaper(Language language, Contracts contracts, LocalDate today) {
    this.vietnamese = language == Language.VI;
    this.words = bundle(vietnamese ? "vi" : "en");
    this.contracts = contracts;
    this.today = today;
  }

  private String text(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), vietnamese ? Locale.forLanguageTag("vi-VN") : Locale.ENGLISH).format(arguments);
  }

  /** The names in every language: a reminder in another one is a former reminder all the same. */
  static Set<String> fileNames() {
    return Stream.of("vi", "en").map(language -> bundle(language).getString("file")).collect(Collectors.toUnmodifiableSet());
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("vn.ishc.run.remind_" + language);
  }

  /** The name of the workbook in the outbox. */
  String fileName() {
    return words.getString("file");
  }

  String subject(Reminder reminder) {
    return text("subject", DAY.format(today), reminder.missing().size(), reminder.faulty().size());
  }

  /** Writes the workbook. */
  void write(Reminder reminder, Path target) throws IOException {
    try (PaperForm form = new PaperForm()) {
      if (!reminder.missing().isEmpty()) {
        form.sheet(words.getString("sheet.missing"), head(reminder, "lead.missing"), headings("missing"), reminder.missing().stream().map(this::cells).toList());
      }
      if (!reminder.faulty().isEmpty()) {
        form.sheet(words.getString("sheet.faulty"), head(reminder, "lead.faulty"), headings("faulty"), reminder.faulty().stream().map(this::cells).toList());
      }
      form.save(target);
    }
  }

  private List<String> head(Reminder reminder, String lead) {
    return List.of(text("title", DAY.format(today)), reminder.name(), words.getString(lead));
  }

  private List<String> headings(String sheet) {
    return List.of(words.getString("headings." + sheet).split(" \\| "));
  }

  private List<String> cells(Missing report) {
    return List.of(report.unit(), feed(report.feed()), period(report.period()), DAY.format(report.dueOn()), due(report));
  }

  private String due(Missing report) {
    long late = ChronoUnit.DAYS.between(report.dueOn(), today);
    return late > 0 ? text("late", late) : late == 0 ? words.getString("today") : text("ahead", -late);
  }

  private List<String> cells(Faulty file) {
    return List.of(
        file.file(), feed(file.feed()), period(file.period()), words.getString(file.refused() ? "refused" : "taken"), Integer.toString(file.errors()),
        Integer.toString(file.warnings()), AnswerWorkbook.nameFor(file.file()));
  }

  private String feed(String codes) {
    return codes.isEmpty() ? words.getString("unknown") : java.util.Arrays.stream(codes.split("\\+")).map(this::title).collect(Collectors.joining(" + "));
  }

  private String title(String code) {
    return contracts.of(code).map(vietnamese ? Contract::titleVi : Contract::titleEn).orElse(code);
  }

  private String period(String code) {
    Optional<Period> period = Period.parse(code);
    return period.isEmpty() ? words.getString("unknown") : period.get().label(vietnamese);
  }

  /** The text of the mail. */
  String body(Reminder reminder) {
    List<String> lines = new ArrayList<>();
    lines.add(text("greeting", reminder.name()));
    if (!reminder.missing().isEmpty()) {
      lines.add("");
      lines.add(text("body.missing", reminder.missing().size()));
      Map<String, List<Missing>> byReport =
          reminder.missing().stream().collect(Collectors.groupingBy(m -> feed(m.feed()) + ", " + period(m.period()) + ", " + due(m), java.util.LinkedHashMap::new, Collectors.toList()));
      byReport.entrySet().stream().limit(SHOWN_MAX).forEach(each -> lines.add("  - " + each.getKey() + units(each.getValue())));
      rest(lines, byReport.size());
    }
    if (!reminder.faulty().isEmpty()) {
      lines.add("");
      lines.add(text("body.faulty", reminder.faulty().size()));
      reminder.faulty().stream().limit(SHOWN_MAX).forEach(file -> lines.add("  - " + text("body.file", file.file(), file.errors(), file.warnings())));
      rest(lines, reminder.faulty().size());
    }
    lines.add("");
    lines.add(text("closing", fileName()));
    return String.join("\n", lines) + "\n";
  }

  /** Which units owe it; left out where there is one, which is the reader. */
  private static String units(List<Missing> reports) {
    return reports.size() == 1 ? "" : ": " + reports.stream().map(Missing::unit).distinct().collect(Collectors.joining(", "));
  }

  private void rest(List<String> lines, int all) {
    if (all > SHOWN_MAX) {
      lines.add("  " + text("body.rest", all - SHOWN_MAX));
    }
  }
}
