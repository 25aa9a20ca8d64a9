package vn.ishc.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clubs one file speaks of, each once, in the order of their first row. */
public final class ClubMentions {
  private final Map<String, ClubMention> all = new LinkedHashMap<>();

  /** The mention known for the same club, or the given one with its number. */
  ClubMention of(ClubMention mention) {
    return all.computeIfAbsent(mention.identity(), key -> numbered(mention, all.size() + 1));
  }

  private static ClubMention numbered(ClubMention m, int number) {
    return new ClubMention(
        number, m.table(), m.feed(), m.period(), m.planDistrict(), m.commune(), m.how(), m.communeWritten(), m.clubWritten(), m.name(), m.key(), m.hamletKey(),
        m.founded(), m.decisionKey());
  }

  /** In order of their numbers. */
  public List<ClubMention> all() {
    return List.copyOf(all.values());
  }
}
