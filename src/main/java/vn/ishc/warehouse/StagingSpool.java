package vn.ishc.warehouse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import vn.ishc.link.Address;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Value;
import vn.ishc.clean.Spelling;
import vn.ishc.vault.Locks;
import vn.ishc.vault.Sealed;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** Takes the rows of one file on their way into staging, the persons they name into the vault, and every finding, masked where it is personal. */
public final class StagingSpool implements RowSink, AutoCloseable {
  static final String FINDINGS = "ops.finding";
  static final String FINDING_TEXTS = "vault.finding_text";
  static final String MENTIONS = "vault.person_mention";
  static final String TEXTS = "vault.row_text";
  static final String CONFIRMATIONS = "vault.confirmation";
  private static final int TEXT_MAX = 400;

  private final String fileId;
  private final Map<String, StagingTable> tables;
  private final Words words;
  private final Locks locks;
  private final Slices slices;
  private final Spool spool;
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
   * @param locks seal the numbers of persons before they touch disk or database
   * @param folder where lines wait until the file is read to its end
   */
  public StagingSpool(String fileId, String submitter, Map<String, StagingTable> tables, Words words, Locks locks, Path folder) {
    this.fileId = fileId;
    this.tables = tables;
    this.words = words;
    this.locks = locks;
    this.spool = new Spool(folder);
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
    @Nullable String sex = value(contract, values, person, "sex").map(v -> v instanceof Value.Code code ? code.code() : null).orElse(null);
    @Nullable String id = text(contract, values, person, "national_id");
    @Nullable ClubMention club = row.club();
    line.clear().add(fileId).add(number).add(report.number()).add(row.clean().raw().number()).add(contract.feed()).add(person.role());
    line.add(report.periodCode()).add(name).add(Spelling.fold(name));
    line.add(birth.map(d -> d.from().toString()).orElse(null)).add(birth.map(d -> d.to().toString()).orElse(null));
    line.add(birth.map(StagingTable::precision).orElse(null));
    line.add(sex);
    @Nullable String insurance = text(contract, values, person, "insurance_no");
    @Nullable String phone = text(contract, values, person, "phone");
    locked(Sealed.NATIONAL_ID, part(id, 12));
    locked(Sealed.OLD_ID, part(id, 9));
    locked(Sealed.INSURANCE_NO, insurance);
    locked(Sealed.PHONE, phone);
    line.add(id == null && insurance == null ? writing(Spelling.fold(name), birth, sex, phone, row.planDistrict()) : null);
    @Nullable String address = text(contract, values, person, "address");
    Address home = Address.of(address == null ? "" : address);
    line.add(address).add(home.hamlet()).add(home.house());
    line.add(row.planDistrict());
    line.add(club == null || club.commune() == null ? null : club.commune().code());
    line.add(club == null || club.commune() == null ? null : club.commune().successor());
    line.addOrNull(club == null ? 0 : club.number());
    spool.write(MENTIONS, line);
    return number;
  }

  static final String MENTION_COLUMNS =
      "file_id, mention_no, table_no, row_number, feed, role, period, full_name, name_key, birth, birth_to, birth_precision, sex,"
          + " national_id_hash, national_id_sealed, old_id_hash, old_id_sealed, insurance_no_hash, insurance_no_sealed, phone_hash, phone_sealed,"
          + " writing_hash, address, hamlet_key, house_key, plan_district, commune_code, successor_code, club_no";

  private void locked(Sealed what, @Nullable String number) {
    line.add(number == null ? null : locks.hash(what, number)).add(number == null ? null : locks.seal(what, number));
  }

  /** How a person without identity number is written, where that tells persons apart: a name alone does not. */
  private byte @Nullable [] writing(String name, Optional<PartialDate> birth, @Nullable String sex, @Nullable String phone, @Nullable String district) {
    if (birth.isPresent()) {
      return locks.hashOfWriting(String.join("|", "birth", name, birth.get().from().toString(), birth.get().to().toString(), String.valueOf(sex), String.valueOf(district)));
    }
    return phone == null ? null : locks.hashOfWriting(String.join("|", "phone", name, phone));
  }

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
        text(report, row, column.name(), text.text());
      }
    }
    row.clean().kept().forEach((name, words) -> text(report, row, name, words));
  }

  private void text(TableReport report, LinkedRow row, String columnName, String words) {
    line.clear().add(fileId).add(report.number()).add(row.clean().raw().number()).add(columnName).add(locks.seal(Sealed.ROW_TEXT, words));
    spool.write(TEXTS, line);
  }

  @Override
  public void finding(Finding finding) {
    write(finding, "");
  }

  @Override
  public void question(Finding finding, String token) {
    write(finding, token);
  }

  @Override
  public void confirmed(String token) {
    line.clear().add(fileId).add(mark(token));
    spool.write(CONFIRMATIONS, line);
  }

  /** A question of a file is about somebody: kept by a keyed hash. One of the publication names nobody. */
  private String mark(String token) {
    return token.startsWith("p-") ? "p" + token.substring(2) : "k" + HexFormat.of().formatHex(locks.hash(Sealed.QUESTION, token));
  }

  private void write(Finding finding, String token) {
    int number = ++findings;
    String vi = words.masked(finding, label(finding, true), true);
    String en = words.masked(finding, label(finding, false), false);
    line.clear().add(fileId).add(number).add(finding.sheet()).addOrNull(finding.row());
    line.add(finding.cell().isEmpty() ? null : finding.cell()).add(finding.columnName().isEmpty() ? null : finding.columnName());
    line.add(finding.code().code()).add(finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    line.add(finding.found().isEmpty() ? null : finding.personal() ? Words.MASK : cut(finding.found())).add(cut(vi)).add(cut(en)).add(token.isEmpty() ? null : mark(token));
    spool.write(FINDINGS, line);
    if (finding.personal() || !token.isEmpty()) {
      line.clear().add(fileId).add(number).add(sealed(finding, finding.found()));
      line.add(sealed(finding, words.sentence(finding, label(finding, true), true)));
      line.add(sealed(finding, words.sentence(finding, label(finding, false), false)));
      line.add(token.isEmpty() ? null : locks.seal(Sealed.QUESTION, token));
      spool.write(FINDING_TEXTS, line);
    }
  }

  private byte @Nullable [] sealed(Finding finding, String text) {
    return finding.personal() ? locks.seal(Sealed.FINDING, text) : null;
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
