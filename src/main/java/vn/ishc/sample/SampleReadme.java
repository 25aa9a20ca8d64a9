package vn.ishc.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ishc.row.FindingCode;

/** Writes the list of the sample inputs: each file, what is sick on purpose, the right answer. */
final class SampleReadme {
  private static final String INTRODUCTION =
      """
      # Sample inputs

      Everything here is made up; no real person, club, number or amount is in it. It is a corner of the province: three plan districts
      (Nam Đàn 430, Thanh Chương 428, Con Cuông 422), twelve clubs and one that nobody registered, three half-years. Districts report until
      2025-H1; since 1 July 2025 there are none, and communes report. `./ishc demo` loads these files.

      - `<submitter>/` is an inbox: the folder is the sender. `usb-cua-ai` is nobody.
      - `expected.csv` what becomes of each file. `received_on` is the day on which it comes in: of two files about the same slice the later
        one wins, so load them in the order of that day (set `ISHC_CLOCK`). Rows read = accepted + refused + not data; `not_data` counts titles,
        headers, section rows, totals and footers, without blank rows. A row that repeats another is accepted, and counts nobody twice.
      - `expected-findings.csv` the warnings and errors a reader must give; more may be given where they are true.
      - `expected-clubs.csv` the figures of every active club at the end of each half-year.

      All of it is written by `vn.ishc.sample.SampleInputs`; run it again and no byte changes.

      """;

  private SampleReadme() {}

  /** The text, in Markdown. */
  static String of(SampleTruth truth) {
    Map<String, List<SampleTruth.File>> folders = new LinkedHashMap<>();
    for (SampleTruth.File file : truth.files()) {
      folders
          .computeIfAbsent(
              file.path().substring(0, file.path().indexOf('/')), key -> new ArrayList<>())
          .add(file);
    }
    StringBuilder text = new StringBuilder(INTRODUCTION);
    folders.forEach(
        (folder, files) -> {
          text.append("## ")
              .append(folder)
              .append(
                  "\n\n| file | what it is | what is sick on purpose | right answer |\n|---|---|---|---|\n");
          files.forEach(file -> line(text, file));
          text.append('\n');
        });
    return text.toString().stripTrailing() + "\n";
  }

  private static void line(StringBuilder text, SampleTruth.File file) {
    text.append("| ")
        .append(file.path().substring(file.path().indexOf('/') + 1))
        .append(" | ")
        .append(file.kind())
        .append(" | ")
        .append(String.join("; ", file.oddities()))
        .append(" | ")
        .append(answer(file))
        .append(" |\n");
  }

  private static String answer(SampleTruth.File file) {
    List<String> parts = new ArrayList<>();
    parts.add(file.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (file.accepted() != null && file.state() != SampleTruth.State.DUPLICATE) {
      parts.add(
          file.accepted()
              + " rows accepted, "
              + file.refused()
              + " refused, "
              + file.notData()
              + " not data");
    }
    Map<FindingCode, Integer> kinds = new LinkedHashMap<>();
    file.findings().forEach(finding -> kinds.merge(finding.code(), 1, Integer::sum));
    kinds.forEach(
        (code, count) ->
            parts.add(
                count
                    + " × "
                    + code.code()
                    + " "
                    + code.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return String.join("; ", parts);
  }
}
