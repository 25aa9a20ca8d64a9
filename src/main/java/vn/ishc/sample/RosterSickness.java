package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/** Spoils rows of a roster as its plan says: each row at most once, the board never. */
final class RosterSickness {
  private final FilePlan plan;
  private final Chance chance;
  private final RosterCells style;
  private final List<RosterRow> rows;
  private final Deque<RosterRow> healthy = new ArrayDeque<>();

  RosterSickness(FilePlan plan, Chance chance, RosterCells style, List<RosterRow> rows) {
    this.plan = plan;
    this.chance = chance;
    this.style = style;
    this.rows = rows;
    for (RosterRow row : chance.shuffled(rows)) {
      if (row.member().role().isEmpty() && row.member().left() == null) {
        healthy.add(row);
      }
    }
  }

  /** The rows, some spoiled, some repeated at the end of their club. */
  List<RosterRow> spread() {
    refusals();
    numbers();
    days();
    return plan.has(Trait.DUPLICATE_ROW) ? repeated() : rows;
  }

  private void refusals() {
    if (plan.has(Trait.FAR_TOO_BAD)) {
      some(rows.size() * 11 / 20, any -> true, row -> unreadableBirth(row, "chưa có"));
    }
    if (plan.has(Trait.BAD_BIRTH)) {
      some(2, any -> true, row -> unreadableBirth(row, chance.any("?", "không nhớ", "chưa rõ")));
    }
    if (plan.has(Trait.IMPOSSIBLE_BIRTH)) {
      some(
          1,
          any -> true,
          row -> {
            int year = row.member().person().born().getYear();
            row.put(
                style.birthField(row.member().person()),
                text(chance.any("31/4/", "30/2/", "31/11/") + year));
            row.refuse(FindingCode.DATE_IMPOSSIBLE);
          });
    }
    if (plan.has(Trait.NAME_MISSING)) {
      some(
          1,
          any -> true,
          row -> {
            List.of(RosterField.NAME, RosterField.SURNAME, RosterField.GIVEN)
                .forEach(field -> row.put(field, null));
            row.refuse(FindingCode.REQUIRED_MISSING);
          });
    }
  }

  private void unreadableBirth(RosterRow row, String written) {
    row.put(style.birthField(row.member().person()), text(written));
    row.refuse(FindingCode.REQUIRED_UNREADABLE);
  }

  private void numbers() {
    if (plan.has(Trait.SEX_AGAINST_ID)) {
      some(
          2,
          this::hasCitizenId,
          row -> {
            String id = citizenId(row);
            row.put(
                RosterField.ID,
                text(id.substring(0, 3) + (char) (id.charAt(3) ^ 1) + id.substring(4)));
            row.find(FindingCode.SEX_VS_ID);
          });
    }
    if (plan.has(Trait.BIRTH_AGAINST_ID)) {
      some(
          1,
          this::hasCitizenId,
          row -> {
            String id = citizenId(row);
            row.put(
                RosterField.ID,
                text(
                    id.substring(0, 4)
                        + (char) ('0' + ('9' - id.charAt(4)) % 10)
                        + id.substring(5)));
            row.find(FindingCode.BIRTH_VS_ID);
          });
    }
    if (plan.has(Trait.ID_EXPONENT)) {
      some(
          2,
          row -> hasCitizenId(row) && citizenId(row).startsWith("040"),
          row -> {
            String id = citizenId(row);
            row.put(RosterField.ID, text(id.charAt(1) + "," + id.substring(2, 6) + "E+10"));
            row.find(FindingCode.ID_UNREADABLE);
          });
    }
    if (plan.has(Trait.ID_QR)) {
      some(2, this::hasCitizenId, this::qr);
    }
  }

  private void qr(RosterRow row) {
    Person person = row.member().person();
    LocalDate born = person.born();
    String old = person.oldId() == null ? "" : person.oldId();
    String birth =
        Written.two(born.getDayOfMonth()) + Written.two(born.getMonthValue()) + born.getYear();
    String commune = row.club().site().in412().fullName();
    row.put(
        RosterField.ID,
        text(
            String.join(
                "|",
                citizenId(row),
                old,
                person.name(),
                birth,
                person.woman() ? "Nữ" : "Nam",
                person.hamlet()
                    + ", "
                    + commune
                    + ", "
                    + row.club().site().district().name()
                    + ", Nghệ An",
                "12082021")));
  }

  private void days() {
    LocalDate end = plan.period().end();
    if (plan.has(Trait.LEFT_BEFORE_JOINED)) {
      some(
          1,
          any -> true,
          row -> {
            row.put(RosterField.LEFT, style.day(row.member().joined().minusDays(40)));
            row.put(RosterField.WHY, text("xin ra"));
            row.tell(days(row, null, null));
            row.find(FindingCode.LEFT_BEFORE_JOINED);
          });
    }
    if (plan.has(Trait.JOINED_AFTER_PERIOD)) {
      some(
          1,
          any -> true,
          row -> {
            LocalDate later = end.plusDays(chance.between(200, 300));
            row.put(RosterField.JOINED, style.day(later));
            row.tell(days(row, later, null));
            row.find(FindingCode.AFTER_PERIOD);
          });
    }
    if (plan.has(Trait.DATE_SWAPPED)) {
      some(
          1,
          this::turnsPastTheEnd,
          row -> {
            LocalDate turned = turned(row.member().joined());
            row.put(RosterField.JOINED, new Draft.Day(turned));
            row.tell(days(row, turned, null));
            row.find(FindingCode.DATE_SWAP_SUSPECTED);
          });
    }
    if (plan.has(Trait.FORMULA_FAILED)) {
      some(
          1,
          any -> true,
          row -> {
            row.put(RosterField.JOINED, new Draft.Failed());
            row.tell(days(row, null, null));
            row.find(FindingCode.FORMULA_FAILED);
          });
    }
  }

  private boolean turnsPastTheEnd(RosterRow row) {
    LocalDate joined = row.member().joined();
    return joined.getDayOfMonth() <= 12 && turned(joined).isAfter(plan.period().end());
  }

  private static LocalDate turned(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
  }

  private static Answer.Told days(
      RosterRow row, @Nullable LocalDate joined, @Nullable LocalDate left) {
    Answer.Told told = Objects.requireNonNull(row.told());
    return new Answer.Told(
        told.woman(),
        told.born(),
        told.dayTold(),
        told.economy(),
        told.minority(),
        told.lone(),
        told.disabled(),
        told.volunteer(),
        joined,
        left);
  }

  private List<RosterRow> repeated() {
    List<RosterRow> all = new ArrayList<>(rows);
    some(
        2,
        any -> true,
        row -> {
          int at = all.size();
          while (!all.get(at - 1).club().equals(row.club())) {
            at--;
          }
          all.add(at, row.repeated());
        });
    return all;
  }

  private boolean hasCitizenId(RosterRow row) {
    return row.member().person().citizenId() != null;
  }

  private static String citizenId(RosterRow row) {
    return Objects.requireNonNull(row.member().person().citizenId());
  }

  private void some(int count, Predicate<RosterRow> fit, Consumer<RosterRow> spoil) {
    int left = count;
    for (Iterator<RosterRow> it = healthy.iterator(); it.hasNext() && left > 0; ) {
      RosterRow row = it.next();
      if (fit.test(row)) {
        it.remove();
        spoil.accept(row);
        left--;
      }
    }
  }
}
