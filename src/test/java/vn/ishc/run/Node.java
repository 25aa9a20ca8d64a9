package vn.ishc.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ishc.TestDatabase;
import vn.ishc.inbox.Submitters;
import vn.ishc.row.Language;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;

/** A process of its own that serves, loads once, or reminds once with the senders of a file: {@code serve|load|remind home now key url user password [submitters]}. */
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
    if (words[0].equals("remind")) {
      Submitters submitters = new Submitters(Path.of(words[7]), knowledge.places());
      new Reminders(settings, new Knowledge(knowledge.root(), knowledge.contracts(), knowledge.lists(), knowledge.places(), submitters), "any").run(true);
      return;
    }
    Duration second = Duration.ofSeconds(1);
    Serve.start(settings, knowledge, new Schedule(Settings.ZONE, Optional.of(new Schedule.Watch(second, second)), List.of()));
    Thread.currentThread().join();
  }
}
