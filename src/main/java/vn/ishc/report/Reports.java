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
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.row.Language;

/** Writes the papers. Reads the star through one connection, so that all three formats tell of the same moment. */
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

  /**
   * What was written.
   *
   * @param files the files, in the order of the formats asked for
   * @param edition name of the edition, when it was published
   * @param lastEdition name of the last edition before, when there is one
   * @param changes how many figures differ from that edition
   */
  public record Written(List<Path> files, Optional<String> edition, Optional<String> lastEdition, int changes) {}

  /** The days that figures are published for, in order; none when the warehouse is empty. */
  public List<LocalDate> days() {
    return new StarFacts(dsl, definitions).publishedDays();
  }

  /** Names of all published editions, the newest last. */
  public List<String> editions() {
    return new Editions(dsl).names();
  }

  /**
   * Writes a paper.
   *
   * @param publish whether to keep it as an edition: in both languages and all formats
   * @throws IOException when a file cannot be written
   */
  public Written write(ReportRequest request, Set<ReportFormat> formats, Path folder, boolean publish) throws IOException {
    Facts facts = new StarFacts(dsl, definitions).ask(request);
    Editions editions = new Editions(dsl);
    Optional<Editions.Difference> difference = editions.difference(request, definitions);
    Paper paper = new Composer(facts, difference).compose();
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    for (ReportFormat format : formats) {
      files.add(put(folder.resolve(name(request, format)), bytes(paper, format)));
    }
    Optional<String> edition = publish ? Optional.of(publish(request, facts, difference)) : Optional.empty();
    return new Written(files, edition, difference.map(Editions.Difference::edition), difference.map(known -> known.changes().size()).orElse(0));
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

  private String publish(ReportRequest request, Facts facts, Optional<Editions.Difference> difference) {
    return dsl.transactionResult(
        transaction -> {
          Editions editions = new Editions(transaction.dsl());
          String edition = editions.begin(request, facts.files(), clock);
          for (Language language : Language.values()) {
            ReportRequest spoken = new ReportRequest(request.kind(), request.asOf(), request.district(), language, request.writtenOn());
            Facts told = language == request.language() ? facts : new StarFacts(transaction.dsl(), definitions).ask(spoken);
            Paper paper = new Composer(told, difference).compose();
            for (ReportFormat format : ReportFormat.values()) {
              editions.keep(edition, language, format, name(spoken, format), bytes(paper, format));
            }
          }
          return edition;
        });
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
