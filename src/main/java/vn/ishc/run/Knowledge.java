package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import vn.ishc.clean.CodeLists;
import vn.ishc.feed.Contracts;
import vn.ishc.inbox.Submitters;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.indicator.Indicators;
import vn.ishc.indicator.Touched;
import vn.ishc.place.PlaceIndex;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.walk.FileWalk;

/**
 * Everything that is the same for every file: contracts, code lists, places, submitters; read once from {@code jobs/}.
 *
 * @param root the folder that holds {@code jobs/}
 * @param contracts the feeds
 * @param lists code lists
 * @param places the map
 * @param submitters whose folder is whose
 */
public record Knowledge(Path root, Contracts contracts, CodeLists lists, PlaceIndex places, Submitters submitters) {

  /**
   * Reads {@code jobs/}.
   *
   * @throws Contracts.BadContracts with all problems of all contracts
   */
  public static Knowledge read(Path root) throws IOException {
    Path jobs = root.resolve("jobs");
    CodeLists lists = CodeLists.read(jobs.resolve("lists"));
    PlaceIndex places = new PlaceIndex(jobs.resolve("aliases/places.csv"));
    return new Knowledge(root, Contracts.read(jobs.resolve("feeds")), lists, places, new Submitters(jobs.resolve("submitters.yml"), places));
  }

  /** What a walk needs of it. */
  public FileWalk.Knowledge forWalk() {
    return new FileWalk.Knowledge(contracts, places, lists, ReadLimits.DEFAULT);
  }

  /** Recomputes the indicators from the star, in the transaction of the publication. */
  void refreshIndicators(Connection connection) throws IOException {
    IndicatorDefinitions definitions = IndicatorDefinitions.read(root.resolve("jobs/indicators.yml"));
    Indicators indicators = new Indicators(connection, definitions);
    indicators.refresh(Touched.everything());
  }
}
