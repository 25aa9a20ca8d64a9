package vn.ishc.warehouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contract.PersonSpec;
import vn.ishc.feedback.Words;
import vn.ishc.link.ClubMention;
import vn.ishc.link.Hamlet;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Value;
import vn.ishc.clean.Spelling;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** Takes the rows of one file on their way into staging, the persons they name into the vault, and every finding, masked where it is personal. */
public final class StagingSpool implements RowSink, AutoCloseable {
  static final String FINDINGS = "ops.finding";
  static final String FINDING_TEXTS = "vault.finding_text";
  static final String MENTIONS = "vault.person_mention";
  static final String TEXTS = "vault.row_text";
  private static final int TEXT_MAX = 400;

  private final String fileId;
  private final Map<String, StagingTable> tables;
  private final Words words;
  private final Slices slices;
  private final Spool spool = new Spool();
  private final CopyLine line = new CopyLine();
  private final MessageDigest rows;
  private int findings;
  private int mentions;
  private @Nullable TableReport table;

  /**
   * @param fileId of the file
   * @param submitter folder name of its sender
   * @param tables staging tables by feed
   * @param words sentences of findings
   */
  public StagingSpool(String fileId, String submitter, Map<String, StagingTable> tables, Words words) {
    this.fileId = fileId;
    this.tables = tables;
    this.words = words;
    this.slices = new Slices(fileId, submitter);
    try {
      this.rows = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void table(TableReport report) {
    table = report;
  }

  @Override
  public void row(TableReport report, LinkedRow row) {
    Contract contract = report.contract();
    int slice = slices.of(report, row);
    int[] persons = new int[contract.persons().size()];
    for (int i = 0; i < persons.length; i++) {
      persons[i] = mention(report, contract, contract.persons().get(i), row);
    }
    texts(report, contract, row);
    StagingTable target = tables.get(contract.feed());
    if (target == null) {
      throw new IllegalStateException("no staging table for " + contract.feed());
    }
    String period = report.period().map(p -> p.code()).orElse(Slices.PLAN_PERIOD);
    target.write(line.clear(), new StagingTable.Context(fileId, report.number(), report.sheet(), slice, period, persons), row);
    spool.write(contract.feed(), line);
    digest(contract, row);
  }

  private void digest(Contract contract, LinkedRow row) {
    rows.update(contract.feed().getBytes(StandardCharsets.UTF_8));
    for (Value value : row.clean().values()) {
      rows.update(value.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (row.club() != null) {
      rows.update(row.club().key().getBytes(StandardCharsets.UTF_8));
    }
  }

  private int mention(TableReport report, Contract contract, PersonSpec person, LinkedRow row) {
    Value[] values = row.clean().values();
    @Nullable String name = text(contract, values, person, "full_name");
    if (name == null) {
      return 0;
    }
    int number = ++mentions;
    Optional<PartialDate> birth = value(contract, values, person, "birth").map(v -> v instanceof Value.Date date ? date.date() : null);
    @Nullable String id = text(contract, values, person, "national_id");
    @Nullable ClubMention club = row.club();
    line.clear().add(fileId).add(number).add(report.number()).add(row.clean().raw().number()).add(contract.feed()).add(person.role());
    line.add(report.periodCode()).add(name).add(Spelling.fold(name));
    line.add(birth.map(d -> d.from().toString()).orElse(null)).add(birth.map(d -> d.to().toString()).orElse(null));
    line.add(birth.map(StagingTable::precision).orElse(null));
    line.add(value(contract, values, person, "sex").map(v -> v instanceof Value.Code code ? code.code() : null).orElse(null));
    line.add(part(id, 12)).add(part(id, 9)).add(text(contract, values, person, "insurance_no"));
    @Nullable String address = text(contract, values, person, "address");
    line.add(text(contract, values, person, "phone")).add(address).add(address == null ? null : Hamlet.key(address));
    line.add(row.planDistrict());
    line.add(club == null || club.commune() == null ? null : club.commune().code());
    line.add(club == null || club.commune() == null ? null : club.commune().successor());
    line.addOrNull(club == null ? 0 : club.number());
    spool.write(MENTIONS, line);
    return number;
  }

  static final String MENTION_COLUMNS =
      "file_id, mention_no, table_no, row_number, feed, role, period, full_name, name_key, birth, birth_to, birth_precision, sex, national_id, old_id,"
          + " insurance_no, phone, address, hamlet_key, plan_district, commune_code, successor_code, club_no";

  private static Optional<Value> value(Contract contract, Value[] values, PersonSpec person, String field) {
    return person.column(field).flatMap(contract::column).map(column -> values[column.index()]);
  }

  private static @Nullable String text(Contract contract, Value[] values, PersonSpec person, String field) {
    return value(contract, values, person, field).map(v -> v instanceof Value.Text text ? text.text() : null).orElse(null);
  }

  /** The 12-digit and the 9-digit number stand in one value, parted by a slash. */
  private static @Nullable String part(@Nullable String ids, int length) {
    if (ids == null) {
      return null;
    }
    for (String id : ids.split("/")) {
      if (id.length() == length) {
        return id;
      }
    }
    return null;
  }

  private void texts(TableReport report, Contract contract, LinkedRow row) {
    for (Column column : contract.columns()) {
      if (column.type() == ColumnType.NOTE && row.clean().values()[column.index()] instanceof Value.Text text) {
        line.clear().add(fileId).add(report.number()).add(row.clean().raw().number()).add(column.name()).add(text.text());
        spool.write(TEXTS, line);
      }
    }
  }

  @Override
  public void finding(Finding finding) {
    int number = ++findings;
    String vi = words.masked(finding, label(finding, true), true);
    String en = words.masked(finding, label(finding, false), false);
    line.clear().add(fileId).add(number).add(finding.sheet()).addOrNull(finding.row());
    line.add(finding.cell().isEmpty() ? null : finding.cell()).add(finding.columnName().isEmpty() ? null : finding.columnName());
    line.add(finding.code().code()).add(finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    line.add(finding.found().isEmpty() ? null : finding.personal() ? Words.MASK : cut(finding.found())).add(cut(vi)).add(cut(en));
    spool.write(FINDINGS, line);
    if (finding.personal()) {
      line.clear().add(fileId).add(number).add(finding.found());
      line.add(words.sentence(finding, label(finding, true), true)).add(words.sentence(finding, label(finding, false), false));
      spool.write(FINDING_TEXTS, line);
    }
  }

  private static String cut(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
  }

  private String label(Finding finding, boolean vietnamese) {
    return Optional.ofNullable(table)
        .flatMap(report -> report.contract().column(finding.columnName()))
        .map(column -> column.label(vietnamese))
        .orElse(finding.columnName());
  }

  Spool spool() {
    return spool;
  }

  /** What the file speaks of, from the rows seen. */
  List<Slices.Slice> slices() {
    return slices.all();
  }

  String rowsSha256() {
    return HexFormat.of().formatHex(rows.digest());
  }

  @Override
  public void close() {
    spool.close();
  }
}
