package vn.ishc.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All contracts in force.
 *
 * @param all in the order of their names
 */
public record Contracts(List<Contract> all) {

  /** Some contract cannot be used; tells every problem of every contract at once. */
  public static final class BadContracts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadContracts(List<String> problems) {
      super(problems.size() + " problem(s) in the feed contracts:\n  " + String.join("\n  ", problems));
    }
  }

  /** Sorts by name. */
  public Contracts {
    all = all.stream().sorted(Comparator.comparing(Contract::feed)).toList();
  }

  /**
   * Reads every {@code *.yml} of a folder.
   *
   * @throws BadContracts with all problems of all files
   * @throws IOException when the folder cannot be read
   */
  public static Contracts read(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    List<Contract> contracts = new ArrayList<>();
    for (Path file : files(folder)) {
      ContractReader.read(file, problems).ifPresent(contracts::add);
    }
    Set<String> seen = new HashSet<>();
    contracts.stream()
        .filter(contract -> !seen.add(contract.feed()))
        .forEach(contract -> problems.add(contract.feed() + ": two contracts for one feed"));
    if (contracts.isEmpty() && problems.isEmpty()) {
      problems.add(folder + ": no contract (*.yml) found");
    }
    if (!problems.isEmpty()) {
      throw new BadContracts(problems);
    }
    return new Contracts(contracts);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".yml")).sorted().toList();
    }
  }

  /** The contract of a feed. */
  public Optional<Contract> of(String feed) {
    return all.stream().filter(contract -> contract.feed().equals(feed)).findFirst();
  }
}
