package vn.ishc.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartz.CronExpression;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.row.Language;
import vn.ishc.row.Period;
import vn.ishc.run.HealthPage;
import vn.ishc.run.Knowledge;
import vn.ishc.run.Rebuild;
import vn.ishc.run.Reversal;
import vn.ishc.run.Schedule;
import vn.ishc.run.Serve;
import vn.ishc.run.Settings;
import vn.ishc.run.Verification;

/** {@code serve}, {@code verify}, {@code revert}, {@code rebuild}. */
final class ServeRuns {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(Settings.ZONE);

  private static final int PROGRESS_EVERY = 200;

  private ServeRuns() {}

  static Outcome serve(ServeCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Schedule schedule;
    try {
      schedule = Serve.schedule(session.settings());
    } catch (Schedule.BadSchedule e) {
      e.problems().forEach(problem -> screen.complain("jobs/schedule.yml › " + problem));
      return Outcome.FAILED;
    }
    print(schedule, session);
    if (request.check()) {
      return Outcome.DONE;
    }
    Knowledge knowledge = Knowledge.read(session.settings().root());
    CountDownLatch stopped = new CountDownLatch(1);
    Serve serve = Serve.start(session.settings(), knowledge, schedule);
    HealthPage page = request.port() == 0 ? null : HealthPage.open(serve, request.port());
    if (page != null) {
      screen.out().println(screen.text("serve.page", "http://127.0.0.1:" + page.port() + "/actuator/health"));
    }
    screen.out().println(screen.text("serve.running"));
    screen.out().flush();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  serve.close();
                  if (page != null) {
                    page.close();
                  }
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return Outcome.DONE;
  }

  private static void print(Schedule schedule, Session session) throws Exception {
    Screen screen = session.screen();
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("serve.entry"), false),
                new TextTable.Column(screen.text("serve.title"), false),
                new TextTable.Column(screen.text("serve.next"), false)));
    for (Schedule.Entry entry : schedule.entries()) {
      CronExpression cron = new CronExpression(entry.cron());
      cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
      Date next = cron.getNextValidTimeAfter(Date.from(session.settings().clock().instant()));
      table.row(entry.name(), entry.title(screen.language()), next == null ? "-" : moment(next.toInstant()));
    }
    table.end();
    schedule
        .watch()
        .ifPresent(watch -> screen.out().println(screen.text("serve.watch", Long.toString(watch.every().toSeconds()), Long.toString(watch.settle().toSeconds()))));
    screen.out().flush();
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  static Outcome verify(VerifyCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    List<Verification.Invariant> invariants = new Verification(session.settings(), Knowledge.read(session.settings().root())).run();
    for (Verification.Invariant invariant : invariants) {
      screen.out().println((invariant.holds() ? "✓ " : "✗ ") + invariant.title(screen.language()) + (invariant.holds() ? "" : ": " + invariant.broken()));
      invariant.shown().forEach(line -> screen.out().println("    " + line));
    }
    long broken = invariants.stream().filter(invariant -> !invariant.holds()).count();
    screen.out().println();
    screen.out().println(broken == 0 ? screen.text("verify.good", Integer.toString(invariants.size())) : screen.text("verify.bad", Long.toString(broken)));
    screen.out().flush();
    return broken == 0 ? Outcome.DONE : Outcome.FAILED;
  }

  static Outcome revert(RevertCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Knowledge knowledge = Knowledge.read(session.settings().root());
    Optional<Reversal.Receipt> receipt = new Reversal(session.settings(), knowledge).revert(request.fileId());
    if (receipt.isEmpty()) {
      screen.complain(screen.text("findings.no-file", request.fileId()));
      return Outcome.FAILED;
    }
    if (receipt.get().impossible().isPresent()) {
      screen.complain(screen.text(receipt.get().impossible().get(), receipt.get().file()));
      return Outcome.FAILED;
    }
    screen.out().println(screen.text("revert.done", receipt.get().file()));
    for (Reversal.Slice slice : receipt.get().slices()) {
      String now = slice.now().orElse("");
      String told = slice.told() > 0 ? screen.text("revert.told", slice.told(), slice.rows()) : screen.text("revert.none");
      screen.out().println(
          "  " + named(slice, knowledge, screen) + ": " + switch (slice.fate()) {
            case REVERSED -> now.isEmpty() ? told : screen.text("revert.back", now);
            case KEPT -> screen.text("revert.kept", now);
            case IMPOSSIBLE -> screen.text("revert.impossible");
          });
    }
    screen.out().flush();
    return Outcome.DONE;
  }

  /** A slice in the words of people: the feed, the half-year, the unit. */
  private static String named(Reversal.Slice slice, Knowledge knowledge, Screen screen) {
    boolean vi = screen.language() == Language.VI;
    Optional<Period> period = Period.parse(slice.period());
    String feed = knowledge.contracts().of(slice.feed()).map(contract -> vi ? contract.titleVi() : contract.titleEn()).orElse(slice.feed());
    String key = slice.unit().substring(slice.unit().indexOf(' ') + 1);
    String unit =
        switch (slice.unit().substring(0, slice.unit().indexOf(' '))) {
          case "district" -> knowledge.places().district(key).map(PlaceIndex.District::fullName).orElse(key);
          case "commune" -> period.flatMap(half -> knowledge.places().placeInAnyFrame(key, half.end())).map(Place::fullName).orElse(key);
          case "club" -> "CLB " + key.substring(key.lastIndexOf('/') + 1);
          default -> "";
        };
    return Stream.of(feed, unit, period.map(half -> half.label(vi)).orElse("")).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
  }

  static Outcome rebuild(RebuildCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    AtomicLong read = new AtomicLong();
    Rebuild.Result result =
        new Rebuild(session.settings(), Knowledge.read(session.settings().root()))
            .run(
                () -> {
                  if (read.incrementAndGet() % PROGRESS_EVERY == 0) {
                    screen.note("rebuild.progress", read.get());
                  }
                });
    result.lost().forEach(path -> screen.complain(screen.text("rebuild.lost", path)));
    screen.out().println(result.lost().isEmpty() ? screen.text("rebuild.done", Integer.toString(result.files())) : screen.text("rebuild.nothing"));
    if (result.removed() > 0) {
      screen.out().println(screen.text("rebuild.removed", Integer.toString(result.removed())));
    }
    screen.out().flush();
    return result.lost().isEmpty() ? Outcome.DONE : Outcome.FAILED;
  }
}
