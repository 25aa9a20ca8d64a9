package vn.ishc.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ishc.link.PairScore;
import vn.ishc.link.PairScorer;
import vn.ishc.run.LinkReview;
import vn.ishc.run.LinkWords;
import vn.ishc.run.LoadSummary;
import vn.ishc.run.Settings;
import vn.ishc.warehouse.LinkQuestions;
import vn.ishc.warehouse.LinkQuestions.Compared;
import vn.ishc.warehouse.LinkQuestions.Meant;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code link}: explains who is held to be whom; decisions go the way of every file, through the inbox into the archive. Prints neither names nor numbers. */
final class LinkRuns {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private LinkRuns() {}

  /** Who decides and why. */
  record Why(String by, String reason) {}

  static Outcome explain(String one, String other, Session session) throws Exception {
    Screen screen = session.screen();
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      Optional<Meant> a = find(questions, one, screen);
      Optional<Meant> b = find(questions, other, screen);
      if (a.isEmpty() || b.isEmpty()) {
        return Outcome.FAILED;
      }
      screen.out().println("A  " + a.get().personId() + "  " + a.get().where());
      screen.out().println("B  " + b.get().personId() + "  " + b.get().where());
      boolean onePerson = !a.get().personId().isEmpty() && a.get().personId().equals(b.get().personId());
      screen.out().println(screen.text(onePerson ? "link.one-person" : "link.two-persons"));
      Optional<Compared> nearest = questions.nearest(a.get(), b.get());
      if (nearest.isEmpty()) {
        screen.out().println(screen.text("link.written-alike"));
        return Outcome.DONE;
      }
      weights(nearest.get().score(), screen);
      screen.out().println(verdict(questions, nearest.get(), a.get(), b.get(), screen));
      questions.weighedAt(nearest.get().left(), nearest.get().right()).ifPresent(at -> screen.out().println(screen.text("link.weighed", minute(at))));
      questions.changedAt(a.get(), b.get()).ifPresent(at -> screen.out().println(screen.text("link.changed", minute(at))));
      screen.out().flush();
      return Outcome.DONE;
    }
  }

  private static void weights(PairScore score, Screen screen) {
    for (PairScorer.Contribution part : PairScorer.contributions(score)) {
      screen.out().println(bits(part.weight(), screen) + "  " + LinkWords.of(part.what(), screen.language()));
    }
    screen.out().println(bits(PairScorer.prior(), screen) + "  " + screen.text("link.prior"));
    screen.out().println(bits(score.weight(), screen) + "  " + screen.text("link.sum", figure("%.1f", 100 * score.probability(), screen)));
  }

  /** Why they are held to be one person or two: a decision before everything, then what contradicts, then the weight. */
  private static String verdict(LinkQuestions questions, Compared nearest, Meant a, Meant b, Screen screen) throws SQLException {
    Optional<LinkQuestions.Decided> decided = questions.decided(nearest.left(), nearest.right());
    if (decided.isPresent()) {
      return screen.text(decided.get().samePerson() ? "link.decided-same" : "link.decided-different", decided.get().on().format(DAY));
    }
    boolean enough = nearest.score().zone() == PairScore.Zone.LINK;
    if (enough && !a.personId().equals(b.personId())) {
      String what = questions.against(a, b).map(against -> against.name().toLowerCase(Locale.ROOT)).orElse("rival");
      return screen.text("link.apart", screen.text("link.against." + what));
    }
    return screen.text("link.zone-" + nearest.score().zone().name().toLowerCase(Locale.ROOT));
  }

  private static String minute(Instant at) {
    return at.atZone(Settings.ZONE).format(MINUTE);
  }

  private static String bits(double weight, Screen screen) {
    return figure("%+8.1f", weight, screen);
  }

  /** With the decimal sign of the reader's language, whatever that of the machine is. */
  private static String figure(String pattern, double value, Screen screen) {
    return String.format(Locale.forLanguageTag(screen.language().code()), pattern, value);
  }

  static Outcome join(String one, String other, Why why, Session session) throws Exception {
    Path form;
    List<LinkReview.Decided> decisions = new ArrayList<>();
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      Optional<Meant> a = find(questions, one, session.screen());
      Optional<Meant> b = find(questions, other, session.screen());
      if (a.isEmpty() || b.isEmpty()) {
        return Outcome.FAILED;
      }
      if (a.get().writings().getFirst().equals(b.get().writings().getFirst())) {
        session.screen().complain(session.screen().text("link.written-alike"));
        return Outcome.FAILED;
      }
      decisions.add(new LinkReview.Decided(a.get().writings().getFirst(), b.get().writings().getFirst(), true));
      form = decide(connection, decisions, why, session);
    }
    return load(form, "link.joined", session);
  }

  static Outcome split(String person, List<String> rows, Why why, Session session) throws Exception {
    Screen screen = session.screen();
    Path form;
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      Optional<Meant> whole = find(questions, person, screen);
      List<Long> apart = new ArrayList<>();
      for (String row : rows) {
        find(questions, row, screen).ifPresent(meant -> apart.addAll(meant.writings()));
      }
      if (whole.isEmpty() || apart.isEmpty()) {
        return Outcome.FAILED;
      }
      List<LinkReview.Decided> decisions = new ArrayList<>();
      for (long left : apart) {
        for (long right : questions.others(apart)) {
          if (whole.get().writings().contains(left) && whole.get().writings().contains(right)) {
            decisions.add(new LinkReview.Decided(left, right, false));
          }
        }
      }
      if (decisions.isEmpty()) {
        screen.complain(screen.text("link.cannot-split"));
        return Outcome.FAILED;
      }
      form = decide(connection, decisions, why, session);
    }
    return load(form, "link.parted", session);
  }

  private static Path decide(Connection connection, List<LinkReview.Decided> decisions, Why why, Session session) throws Exception {
    LocalDate today = LocalDate.ofInstant(session.settings().clock().instant(), Settings.ZONE);
    return LinkReview.decide(connection, session.settings().home(), decisions, today, why.by(), why.reason());
  }

  /** Says what became of the decision; what else lay in the inbox came along and is told only where it did not go well by itself. */
  private static Outcome load(Path form, String done, Session session) throws Exception {
    Screen screen = session.screen();
    LoadSummary summary = LoadRun.load(session);
    boolean taken =
        summary.files().stream()
            .anyMatch(file -> file.folder().equals(LinkReview.STEWARD) && file.name().equals(String.valueOf(form.getFileName())) && file.state().startsWith("loaded"));
    if (!taken || summary.anyFailed()) {
      LoadRun.print(summary, screen);
      return Outcome.FAILED;
    }
    screen.out().println(screen.text(done));
    screen.out().flush();
    return Outcome.DONE;
  }

  static Outcome review(Session session) throws Exception {
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      int pairs = LinkReview.write(connection, session.settings().home());
      String where = session.settings().home().resolve("outbox").resolve(LinkReview.STEWARD).toString();
      session.screen().out().println(pairs == 0 ? session.screen().text("link.no-doubt") : session.screen().text("link.review", Integer.toString(pairs), where));
      session.screen().out().flush();
    }
    return Outcome.DONE;
  }

  private static Optional<Meant> find(LinkQuestions questions, String word, Screen screen) throws Exception {
    Optional<Meant> found = questions.find(word);
    if (found.isEmpty()) {
      screen.complain(screen.text("link.nobody", word));
    }
    return found;
  }
}
