package vn.ishc.cli;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ishc.feed.Contract;
import vn.ishc.form.FormBook;
import vn.ishc.form.FormWorkbook;
import vn.ishc.row.Period;
import vn.ishc.run.Knowledge;
import vn.ishc.run.ReturnForms;
import vn.ishc.run.Settings;
import vn.ishc.vault.SecretFile;

/** {@code template}: writes a form; one that names persons is its owner's alone to read. */
final class TemplateRun {
  private TemplateRun() {}

  static Outcome run(TemplateCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Knowledge knowledge = Knowledge.read(session.settings().root());
    Optional<Contract> contract = knowledge.contracts().of(request.feed());
    if (contract.isEmpty()) {
      screen.complain(screen.text("template.no-feed", request.feed(), knowledge.contracts().all().stream().map(Contract::feed).sorted().collect(Collectors.joining(", "))));
      return Outcome.WRONG_USAGE;
    }
    Optional<Period> period = request.period().flatMap(Period::parse);
    if (request.period().isPresent() && period.isEmpty()) {
      screen.complain(screen.text("template.no-period", request.period().get()));
      return Outcome.WRONG_USAGE;
    }
    Path out = request.out().orElseGet(() -> Path.of(name(request)));
    if (Files.exists(out)) {
      screen.complain(screen.text("template.exists", out));
      return Outcome.FAILED;
    }
    Instant now = session.settings().clock().instant();
    Optional<FormBook> form = Optional.of(FormBook.empty(contract.get(), period));
    if (request.unit().isPresent()) {
      Period half = period.orElseGet(() -> Period.of(LocalDate.ofInstant(now, Settings.ZONE)));
      form = new ReturnForms(session.settings(), knowledge).of(contract.get(), request.unit().get(), half);
    }
    if (form.isEmpty()) {
      screen.complain(screen.text("template.no-unit", request.unit().orElse("")));
      return Outcome.FAILED;
    }
    write(form.get(), request.unit().isPresent(), knowledge, now, out, session);
    long rows = form.get().pages().stream().mapToLong(page -> page.rows().size()).sum();
    screen.out().println(request.unit().isPresent() ? screen.text("template.filled", out, form.get().pages().size(), rows) : screen.text("template.written", out));
    if (rows > 0 && !contract.get().persons().isEmpty()) {
      screen.out().println(screen.text("template.names"));
    }
    screen.out().flush();
    return Outcome.DONE;
  }

  private static String name(TemplateCommand.Request request) {
    String unit = request.unit().map(code -> "-" + code).orElse("");
    return request.feed() + unit + request.period().map(half -> "-" + half).orElse("") + ".xlsx";
  }

  private static void write(FormBook form, boolean namesPersons, Knowledge knowledge, Instant now, Path out, Session session) throws java.io.IOException {
    if (namesPersons) {
      Files.createFile(out, SecretFile.ownerOnly("rw-------"));
    }
    try (OutputStream stream = Files.newOutputStream(out)) {
      new FormWorkbook(knowledge.lists(), session.screen().language()).write(form, now, stream);
    }
  }
}
