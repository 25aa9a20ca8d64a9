package vn.ishc.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ishc link …}: who is who, and what a steward decides about it. */
@Command(
    name = "link",
    sortOptions = false,
    customSynopsis = {
      "ishc link explain A B",
      "ishc link split PERSON ROW… --by WHO --reason WHY",
      "ishc link join A B --by WHO --reason WHY",
      "ishc link review"
    },
    subcommands = {LinkCommand.Explain.class, LinkCommand.Split.class, LinkCommand.Join.class, LinkCommand.Review.class})
final class LinkCommand extends Subcommand {
  @Override
  Outcome run(Session session) {
    throw new ParameterException(spec().commandLine(), session.screen().text("usage.missing", "explain | split | join | review"));
  }

  /** The weights of two persons or rows, in words. */
  @Command(name = "explain", sortOptions = false, customSynopsis = "ishc link explain A B")
  static final class Explain extends Subcommand {
    @Parameters(index = "0", arity = "1", paramLabel = "A", descriptionKey = "one")
    private String one = "";

    @Parameters(index = "1", arity = "1", paramLabel = "B", descriptionKey = "other")
    private String other = "";

    @Override
    Outcome run(Session session) throws Exception {
      return LinkRuns.explain(one, other, session);
    }
  }

  /** Rows that are another person. */
  @Command(name = "split", sortOptions = false, customSynopsis = "ishc link split PERSON ROW… --by WHO --reason WHY")
  static final class Split extends Subcommand {
    @Parameters(index = "0", arity = "1", paramLabel = "PERSON", descriptionKey = "person")
    private String person = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROW", descriptionKey = "rows")
    private List<String> rows = List.of();

    @Option(names = "--by", required = true, paramLabel = "WHO", descriptionKey = "by")
    private @Nullable String by;

    @Option(names = "--reason", required = true, paramLabel = "WHY", descriptionKey = "reason")
    private @Nullable String reason;

    @Override
    Outcome run(Session session) throws Exception {
      return LinkRuns.split(person, rows, new LinkRuns.Why(String.valueOf(by), String.valueOf(reason)), session);
    }
  }

  /** Two persons or rows that are one person. */
  @Command(name = "join", sortOptions = false, customSynopsis = "ishc link join A B --by WHO --reason WHY")
  static final class Join extends Subcommand {
    @Parameters(index = "0", arity = "1", paramLabel = "A", descriptionKey = "one")
    private String one = "";

    @Parameters(index = "1", arity = "1", paramLabel = "B", descriptionKey = "other")
    private String other = "";

    @Option(names = "--by", required = true, paramLabel = "WHO", descriptionKey = "by")
    private @Nullable String by;

    @Option(names = "--reason", required = true, paramLabel = "WHY", descriptionKey = "reason")
    private @Nullable String reason;

    @Override
    Outcome run(Session session) throws Exception {
      return LinkRuns.join(one, other, new LinkRuns.Why(String.valueOf(by), String.valueOf(reason)), session);
    }
  }

  /** Writes the form with the pairs in doubt. */
  @Command(name = "review", sortOptions = false, customSynopsis = "ishc link review")
  static final class Review extends Subcommand {
    @Override
    Outcome run(Session session) throws Exception {
      return LinkRuns.review(session);
    }
  }
}
