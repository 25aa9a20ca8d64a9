package vn.ishc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.feed.Contract;
import vn.ishc.feedback.AnswerWorkbook;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;
import vn.ishc.run.OutcomeWords;
import vn.ishc.run.PersonRequests;
import vn.ishc.run.Settings;
import vn.ishc.vault.Asked;
import vn.ishc.vault.Held;
import vn.ishc.vault.SecretFile;

/** {@code person export} and {@code person erase}, in words a person understands. */
final class PersonRuns {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final Screen screen;
  private final Settings settings;
  private final Knowledge knowledge;
  private final HeldValues values;
  private final boolean vi;

  private PersonRuns(Session session) throws IOException {
    this.screen = session.screen();
    this.settings = session.settings();
    this.knowledge = Knowledge.read(settings.root());
    this.values = new HeldValues(knowledge.lists(), screen);
    this.vi = screen.language() == Language.VI;
  }

  static Outcome export(Asked asked, boolean json, Optional<Path> out, Session session) throws Exception {
    PersonRuns runs = new PersonRuns(session);
    List<Held> held = new PersonRequests(session.settings(), runs.knowledge).held(asked);
    if (!runs.isOne(held)) {
      return Outcome.FAILED;
    }
    Map<String, Object> document = runs.document(held.getFirst());
    String text = json ? Json.of(document) + "\n" : runs.text(document);
    if (out.isEmpty()) {
      runs.screen.out().print(text);
      runs.screen.out().flush();
      return Outcome.DONE;
    }
    Files.deleteIfExists(out.get());
    Files.createFile(out.get(), SecretFile.ownerOnly("rw-------"));
    Files.writeString(out.get(), text, StandardCharsets.UTF_8);
    runs.screen.note("person.written", out.get());
    return Outcome.DONE;
  }

  static Outcome erase(Asked asked, boolean yes, Session session) throws Exception {
    PersonRuns runs = new PersonRuns(session);
    PersonRequests requests = new PersonRequests(session.settings(), runs.knowledge);
    List<Held> held = yes ? requests.erase(asked) : requests.held(asked);
    if (!runs.isOne(held)) {
      return Outcome.FAILED;
    }
    Held person = held.getFirst();
    long left = person.mentions().stream().filter(mention -> mention.erasedOn().isEmpty()).count();
    runs.screen.out().println(runs.screen.text(yes ? "person.erased" : "person.would-erase", Asked.personId(person.personKey()), left, person.sources().size()));
    runs.screen.out().println();
    runs.screen.out().println(runs.screen.text("person.originals"));
    runs.copies(person).forEach(path -> runs.screen.out().println("  " + path));
    runs.screen.out().println();
    runs.screen.out().println(runs.screen.text(yes ? "person.remembered" : "person.say-yes"));
    runs.screen.out().flush();
    return Outcome.DONE;
  }

  private boolean isOne(List<Held> held) {
    if (held.isEmpty()) {
      screen.complain(screen.text("person.nobody"));
    } else if (held.size() > 1) {
      screen.complain(screen.text("person.several", String.join(", ", held.stream().map(each -> Asked.personId(each.personKey())).toList())));
    }
    return held.size() == 1;
  }

  /** What still names the person outside the database: the originals in the archive, the answers in the outbox. */
  private List<String> copies(Held person) {
    List<String> copies = new ArrayList<>();
    for (Held.Source source : person.sources()) {
      source.archivePath().map(path -> settings.home().resolve("archive").resolve(path)).filter(Files::exists).ifPresent(path -> copies.add(path.toString()));
      Path folder = settings.home().resolve("outbox").resolve(source.submitter());
      try (var files = Files.isDirectory(folder) ? Files.list(folder) : java.util.stream.Stream.<Path>empty()) {
        String answer = AnswerWorkbook.nameFor(source.name());
        files.filter(file -> String.valueOf(file.getFileName()).startsWith(source.name()) || String.valueOf(file.getFileName()).equals(answer)).sorted().forEach(file -> copies.add(file.toString()));
      } catch (IOException e) {
        copies.add(folder.toString());
      }
    }
    return copies.stream().distinct().toList();
  }

  private Map<String, Object> document(Held held) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(screen.text("person.title"), screen.text("person.as-of", settings.clock().instant().atZone(Settings.ZONE).format(MINUTE)));
    document.put(screen.text("person.id"), Asked.personId(held.personKey()));
    document.put(screen.text("person.rows"), held.mentions().stream().map(this::mention).toList());
    document.put(
        screen.text("person.counted"),
        held.counted().stream().map(each -> each.period() + ": " + each.club() + ", " + each.district()).toList());
    document.put(screen.text("person.files"), held.sources().stream().map(this::source).toList());
    return document;
  }

  private Map<String, Object> source(Held.Source source) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(screen.text("load.file"), source.submitter() + "/" + source.name());
    file.put(screen.text("files.id"), source.fileId());
    file.put(screen.text("files.received"), source.receivedAt().atZone(Settings.ZONE).format(MINUTE));
    file.put(screen.text("load.state"), OutcomeWords.state(source.state(), vi));
    source.archivePath().ifPresent(path -> file.put(screen.text("person.archive"), path));
    return file;
  }

  private Map<String, Object> mention(Held.Mention mention) {
    Optional<Contract> contract = knowledge.contracts().of(mention.feed());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(screen.text("person.place"), mention.source().submitter() + "/" + mention.source().name() + " › " + mention.sheet() + " › " + mention.row());
    row.put(screen.text("load.feed"), contract.map(each -> vi ? each.titleVi() : each.titleEn()).orElse(mention.feed()));
    row.put(screen.text("load.period"), mention.period());
    row.put(screen.text("person.role"), screen.text("person.role." + mention.role()));
    mention.erasedOn().ifPresent(day -> row.put(screen.text("person.erased-on"), day.format(DAY)));
    mention.said().forEach((what, value) -> row.put(screen.text("person.said." + what), what.equals("sex") ? screen.text("person.sex." + value) : values.shown(Optional.empty(), value)));
    mention.values().forEach((column, value) -> row.putIfAbsent(label(contract, column), values.shown(contract.flatMap(each -> each.column(column)), value)));
    mention.texts().forEach((column, value) -> row.put(label(contract, column), value));
    if (!mention.findings().isEmpty()) {
      row.put(screen.text("person.findings"), mention.findings().stream().map(told -> vi ? told.vi() : told.en()).toList());
    }
    return row;
  }

  private String label(Optional<Contract> contract, String column) {
    return contract.flatMap(each -> each.column(column)).map(each -> each.label(vi)).orElse(column);
  }

  private String text(Map<String, Object> document) {
    StringBuilder text = new StringBuilder();
    append(text, document, 0);
    return text.toString();
  }

  private static void append(StringBuilder text, Object value, int depth) {
    String margin = "  ".repeat(depth);
    switch (value) {
      case Map<?, ?> map -> map.forEach((name, each) -> {
        if (each instanceof List<?> || each instanceof Map<?, ?>) {
          text.append(margin).append(name).append(":\n");
          append(text, each, depth + 1);
        } else {
          text.append(margin).append(name).append(": ").append(each).append('\n');
        }
      });
      case List<?> list -> {
        int number = 0;
        for (Object each : list) {
          text.append(margin).append(++number).append(".\n");
          append(text, each, depth + 1);
        }
      }
      default -> text.append(margin).append(value).append('\n');
    }
  }
}
