package vn.ishc.walk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contract;
import vn.ishc.link.TableUnit;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Period;

/**
 * What one table was taken for, and what became of its rows. Counts grow while the table is walked.
 */
public final class TableReport {
  private final int number;
  private final String sheet;
  private final boolean hidden;
  private final FoundTable found;
  private final Optional<Period> period;
  private final String periodSource;
  private final TableUnit unit;
  private int accepted;
  private int refused;
  private int notData;

  TableReport(int number, String sheet, boolean hidden, FoundTable found, Optional<Period> period, String periodSource, TableUnit unit) {
    this.number = number;
    this.sheet = sheet;
    this.hidden = hidden;
    this.found = found;
    this.period = period;
    this.periodSource = periodSource;
    this.unit = unit;
  }

  /** Number within the file, from 1. */
  public int number() {
    return number;
  }

  /** Name of its sheet. */
  public String sheet() {
    return sheet;
  }

  /** Whether its sheet is hidden. */
  public boolean hidden() {
    return hidden;
  }

  /** Its headings. */
  public FoundTable found() {
    return found;
  }

  /** Its feed. */
  public Contract contract() {
    return found.contract();
  }

  /** The half-year it speaks of; empty for the plan. */
  public Optional<Period> period() {
    return period;
  }

  /** The half-year as code; empty text for none. */
  public String periodCode() {
    return period.map(Period::code).orElse("");
  }

  /** What told the half-year: {@code title}, {@code form}, {@code name}, {@code received}. */
  public String periodSource() {
    return periodSource;
  }

  /** Its plan district; null when nothing tells. */
  public @Nullable String planDistrict() {
    return unit.planDistrict();
  }

  /** What it speaks of as a whole. */
  public TableUnit unit() {
    return unit;
  }

  /** Rows in. */
  public int accepted() {
    return accepted;
  }

  /** Rows refused. */
  public int refused() {
    return refused;
  }

  /** Headings, sections, totals, and what stands above and below. */
  public int notData() {
    return notData;
  }

  void countAccepted() {
    accepted++;
  }

  void countRefused() {
    refused++;
  }

  void countNotData() {
    notData++;
  }

  /** All rows are refused after all. */
  void refuseAll() {
    refused += accepted;
    accepted = 0;
  }
}
