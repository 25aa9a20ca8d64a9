package vn.ishc.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.row.Language;

/** Freezes, writes and publishes the papers. */
public final class Reports {
  private final DSLContext dsl;
  private final IndicatorDefinitions definitions;
  private final Clock clock;

  /** Reports on the star behind a connection. */
  public Reports(DSLContext dsl, IndicatorDefinitions definitions, Clock clock) {
    this.dsl = dsl;
    this.definitions = definitions;
    this.clock = clock;
  }

  /** A paper with the figures of one moment, before it is written. */
  public static final class Frozen {
    private final ReportRequest request;
    private final Facts facts;
    private final Optional<Editions.Difference> difference;
    private final Paper paper;

    private Frozen(ReportRequest request, Facts facts, Optional<Editions.Difference> difference) {
      this.request = request;
      this.facts = facts;
      this.difference = difference;
      this.paper = new Composer(facts, difference).compose();
    }

    /** Name of the last edition of the same paper, when there is one. */
    public Optional<String> lastEdition() {
      return difference.map(Editions.Difference::edition);
    }

    /** How many figures differ from that edition. */
    public int changes() {
      return difference.map(known -> known.changes().size()).orElse(0);
    }
  }

  /** The days that figures are published for, in order; none when the warehouse is empty. */
  public List<LocalDate> days() {
    return new StarFacts(dsl, definitions).publishedDays();
  }

  /** Names of all published editions, the newest last. */
  public List<String> editions() {
    return new Editions(dsl).names();
  }

  /** Asks everything that a paper says and composes it. */
  public Frozen freeze(ReportRequest request) {
    Facts facts = new StarFacts(dsl, definitions).ask(request);
    return new Frozen(request, facts, new Editions(dsl).difference(request, definitions));
  }

  /**
   * Writes the files of a paper.
   *
   * @return the files, in the order of the formats
   * @throws IOException when a file cannot be written
   */
  public List<Path> write(Frozen frozen, Set<ReportFormat> formats, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    for (ReportFormat format : new TreeSet<>(formats)) {
      files.add(put(folder.resolve(name(frozen.request, format)), bytes(frozen.paper, format)));
    }
    return files;
  }

  /**
   * Keeps a paper as an edition, in both languages and all formats. Belongs into the transaction in which it was frozen, so that the rows it keeps are those
   * it tells of; the caller ends it.
   *
   * @return the name of the edition
   */
  public String publish(Frozen frozen) throws IOException {
    ReportRequest request = frozen.request;
    Editions editions = new Editions(dsl);
    String edition = editions.begin(request, frozen.facts.files(), clock);
    for (Language language : Language.values()) {
      ReportRequest spoken = new ReportRequest(request.kind(), request.asOf(), request.district(), language, request.writtenOn());
      Paper paper = language == request.language() ? frozen.paper : new Composer(new StarFacts(dsl, definitions).ask(spoken), frozen.difference).compose();
      for (ReportFormat format : ReportFormat.values()) {
        editions.keep(edition, language, format, name(spoken, format), bytes(paper, format));
      }
    }
    return edition;
  }

  /**
   * Writes the files of an edition again, bit for bit.
   *
   * @return none when there is no such edition
   */
  public List<Path> again(String edition, Language language, Set<ReportFormat> formats, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : formats) {
      Optional<Editions.Kept> kept = new Editions(dsl).kept(edition, language, format);
      if (kept.isPresent()) {
        Files.createDirectories(folder);
        files.add(put(folder.resolve(kept.get().name()), kept.get().content()));
      }
    }
    return files;
  }

  static byte[] bytes(Paper paper, ReportFormat format) throws IOException {
    return switch (format) {
      case DOCX -> DocxWriter.write(paper);
      case XLSX -> XlsxWriter.write(paper);
      case HTML -> HtmlWriter.write(paper);
    };
  }

  /** {@code tong-ket-2025-12-31.docx}, {@code so-ket-nam-2024-12-31-429.docx}. */
  static String name(ReportRequest request, ReportFormat format) {
    String kind = new Texts(request.language()).of("file." + request.kind().code());
    return kind + "-" + request.asOf() + request.district().map(code -> "-" + code).orElse("") + "." + format.extension();
  }

  /** Beside, then in its place: a reader never sees half a file. */
  private static Path put(Path file, byte[] content) throws IOException {
    Path name = file.getFileName();
    Path beside = file.resolveSibling("." + name + ".part");
    Files.write(beside, content);
    return Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The last day with figures that is not after a day; empty when there is none. */
  public Optional<LocalDate> lastDay(@Nullable LocalDate notAfter) {
    return days().stream().filter(day -> notAfter == null || !day.isAfter(notAfter)).max(LocalDate::compareTo);
  }
}
