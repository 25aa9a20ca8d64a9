package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/**
 * Writes rosters of members: one club, a sheet for each, or one long sheet with sections or a club
 * column.
 */
final class RosterWriter implements FeedWriter {
  @Override
  public void write(FilePlan plan, Chance chance, Draft draft, Answer answer) {
    new Book(plan, chance, draft, answer).write();
  }

  private static final String[] ROMAN = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
  };

  /** One file being written. */
  private static final class Book {
    private final FilePlan plan;
    private final Chance chance;
    private final Draft draft;
    private final Answer answer;
    private final List<RosterField> fields;
    private final List<SheetFrame.Column> columns;
    private final RosterCells style;
    private int number;
    private int written;

    Book(FilePlan plan, Chance chance, Draft draft, Answer answer) {
      this.plan = plan;
      this.chance = chance;
      this.draft = draft;
      this.answer = answer;
      this.fields = RosterField.of(plan, chance);
      this.columns = fields.stream().map(f -> f.column(chance)).toList();
      this.style = new RosterCells(plan, chance);
    }

    void write() {
      plan.clubs().forEach(answer::roster);
      List<RosterRow> rows = new RosterSickness(plan, chance, style, healthyRows()).spread();
      if (plan.has(Trait.SHEET_PER_CLUB) || plan.has(Trait.ONE_CLUB)) {
        plan.clubs()
            .forEach(
                club -> oneClub(club, rows.stream().filter(r -> r.club().equals(club)).toList()));
      } else {
        oneLongSheet(rows);
      }
      if (plan.has(Trait.CLUB_UNKNOWN)) {
        answer.find(FindingCode.CLUB_UNKNOWN);
      }
    }

    private List<RosterRow> healthyRows() {
      List<RosterRow> rows = new ArrayList<>();
      for (Club club : plan.clubs()) {
        for (Club.Membership member : club.listedIn(plan.period())) {
          boolean gone = !member.memberAt(plan.period());
          if (!gone || plan.has(Trait.LEFT_COLUMNS) || plan.has(Trait.LEFT_IN_NOTE)) {
            rows.add(new RosterRow(club, member, style.of(club, member), style.told(member)));
          }
        }
      }
      return rows;
    }

    private void oneClub(Club club, List<RosterRow> rows) {
      String commune = club.site().at(plan.period()).inSentence();
      String name =
          chance.percent(70)
              ? club.hamlet() + " " + club.site().at(plan.period()).name()
              : "CLB " + (draft.sheets().size() + 1);
      Draft.Sheet sheet = draft.sheet(name);
      SheetFrame frame = new SheetFrame(plan, chance, sheet, columns);
      frame.title("DANH SÁCH THÀNH VIÊN CÂU LẠC BỘ", style.club(club) + ", " + commune, "");
      frame.header();
      number = 0;
      body(sheet, frame, rows);
      total(sheet, "Tổng cộng", rows.size(), Trait.TOTALS);
      frame.footer("TM. BAN CHỦ NHIỆM");
      hide(sheet, club.equals(plan.clubs().getLast()));
    }

    private void oneLongSheet(List<RosterRow> rows) {
      Draft.Sheet sheet = draft.sheet(chance.any("DS", "Sheet1", "Danh sach"));
      SheetFrame frame = new SheetFrame(plan, chance, sheet, columns);
      frame.title("DANH SÁCH THÀNH VIÊN CÂU LẠC BỘ", "", "");
      frame.header();
      if (plan.has(Trait.CLUB_SECTIONS)) {
        sections(sheet, frame, rows);
      } else {
        int first = sheet.next();
        body(sheet, frame, rows);
        mergeClubs(sheet, first, rows);
      }
      total(sheet, "Tổng cộng", rows.size(), Trait.TOTALS);
      frame.footer("TM. BAN CHỦ NHIỆM");
      hide(sheet, false);
    }

    private void sections(Draft.Sheet sheet, SheetFrame frame, List<RosterRow> rows) {
      boolean numbered = chance.percent(50);
      int section = 0;
      for (Club club : plan.clubs()) {
        List<RosterRow> own = rows.stream().filter(r -> r.club().equals(club)).toList();
        String title = style.club(club) + ", " + club.site().at(plan.period()).inSentence();
        int row = sheet.next();
        Draft.Cell cell =
            plan.body((numbered ? ROMAN[section++ % ROMAN.length] + ". " : "") + title);
        sheet.add(Draft.Kind.NOT_DATA, cell == null ? List.of() : Draft.at(0, cell));
        if (chance.percent(50)) {
          sheet.merge(row, row, 0, columns.size() - 1);
        }
        number = 0;
        body(sheet, frame, own);
        total(sheet, "Cộng", own.size(), Trait.SUBTOTALS);
      }
    }

    private void body(Draft.Sheet sheet, SheetFrame frame, List<RosterRow> rows) {
      int repeatHeaderAt = plan.has(Trait.REPEATED_HEADER) && written == 0 ? rows.size() / 2 : -1;
      RosterRow before = null;
      for (int i = 0; i < rows.size(); i++) {
        if (i == repeatHeaderAt) {
          frame.header();
        }
        if (plan.has(Trait.BLANK_ROWS) && i > 0 && i % 17 == 0) {
          sheet.addBlank();
        }
        row(sheet, rows.get(i), before);
        before = rows.get(i);
      }
    }

    private void row(Draft.Sheet sheet, RosterRow row, @Nullable RosterRow before) {
      List<Draft.@Nullable Cell> cells = new ArrayList<>();
      number++;
      boolean sameClub = before != null && before.club().equals(row.club());
      for (RosterField field : fields) {
        cells.add(
            switch (field) {
              case NO -> new Draft.Number(number);
              case CLUB, COMMUNE -> repeated(row.cell(field), sameClub);
              default -> row.cell(field);
            });
      }
      int at = sheet.add(row.refused() ? Draft.Kind.REFUSED : Draft.Kind.ACCEPTED, cells);
      written++;
      if (plan.has(Trait.HIDDEN_ROW) && written == 9) {
        sheet.hiddenRows().add(at - 1);
      }
      for (FindingCode code : row.findings()) {
        if (row.refused()) {
          answer.refuse(sheet, at, code);
        } else {
          answer.find(sheet, at, code);
        }
      }
      Answer.Told told = row.told();
      if (told != null) {
        answer.roster(row.club()).add(told);
      }
    }

    private Draft.@Nullable Cell repeated(Draft.@Nullable Cell cell, boolean sameClub) {
      if (!sameClub) {
        return cell;
      }
      return plan.has(Trait.DITTO)
          ? Draft.text(written % 3 == 0 ? "nt" : "\"")
          : mergesClubs() ? null : cell;
    }

    private boolean mergesClubs() {
      return plan.has(Trait.MERGED_BODY)
          && !plan.form().delimited()
          && !plan.has(Trait.BLANK_ROWS)
          && !plan.has(Trait.REPEATED_HEADER);
    }

    private void mergeClubs(Draft.Sheet sheet, int first, List<RosterRow> rows) {
      if (!mergesClubs()) {
        return;
      }
      int start = 0;
      for (int i = 1; i <= rows.size(); i++) {
        if (i == rows.size() || !rows.get(i).club().equals(rows.get(start).club())) {
          sheet.merge(
              first + start,
              first + i - 1,
              fields.indexOf(RosterField.CLUB),
              fields.indexOf(RosterField.CLUB));
          sheet.merge(
              first + start,
              first + i - 1,
              fields.indexOf(RosterField.COMMUNE),
              fields.indexOf(RosterField.COMMUNE));
          start = i;
        }
      }
    }

    private void total(Draft.Sheet sheet, String word, int count, Trait wanted) {
      if (plan.has(wanted) && !plan.form().delimited()) {
        sheet.addText(1, word + ": " + count + " người");
      }
    }

    private void hide(Draft.Sheet sheet, boolean last) {
      if (plan.has(Trait.HIDDEN_COLUMN)) {
        sheet.hiddenColumns().add(fields.indexOf(RosterField.HAMLET));
      }
      if (plan.has(Trait.HIDDEN_SHEET) && last && plan.clubs().size() > 1) {
        sheet.hide();
      }
    }
  }
}
