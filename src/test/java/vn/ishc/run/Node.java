package vn.ishc.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ishc.TestDatabase;
import vn.ishc.row.Language;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;

/** A process of its own that serves, or loads once: {@code serve|load home now key url user password}. */
final class Node {
  private Node() {}

  public static void main(String[] words) throws Exception {
    DatabaseAddress address = new DatabaseAddress(words[4], words[5], words.length > 6 ? words[6] : "");
    Clock clock = Clock.fixed(Instant.parse(words[2]), Settings.ZONE);
    Settings settings =
        new Settings(TestDatabase.ROOT, Path.of(words[1]), Language.VI, true, clock, Optional.of(address), new KeyPlace.InVariable(words[3]));
    Knowledge knowledge = Knowledge.read(TestDatabase.ROOT);
    if (words[0].equals("load")) {
      new Loads(settings, knowledge).run(outcome -> {});
      return;
    }
    Duration second = Duration.ofSeconds(1);
    Serve.start(settings, knowledge, new Schedule(Settings.ZONE, Optional.of(new Schedule.Watch(second, second)), List.of()));
    Thread.currentThread().join();
  }
}
