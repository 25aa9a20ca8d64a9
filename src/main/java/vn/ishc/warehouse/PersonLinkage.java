package vn.ishc.warehouse;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.LongCursor;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import vn.ishc.link.BlockKeys;
import vn.ishc.link.Candidates;
import vn.ishc.link.Decision;
import vn.ishc.link.Membership;
import vn.ishc.link.PairScore;
import vn.ishc.link.PairScorer;
import vn.ishc.link.PersonClusters;
import vn.ishc.link.PersonProfile;
import vn.ishc.link.ScoredPair;

/**
 * Which mentions mean the same person: {@code sql/linkage} says what has to be looked at again and keeps what comes out, the weighing in between is Java's. Only
 * writings that a changed file concerns are weighed again, and only persons that hang together with them are put together again; the result is that of a
 * computation from scratch.
 */
final class PersonLinkage {
  private static final int BUFFER = 1 << 16;

  private final SqlFolder folder;
  private final Connection connection;
  private final PairScorer scorer = new PairScorer();
  private final LongObjectHashMap<PersonProfile> read = new LongObjectHashMap<>();
  private final List<SqlFolder.Timing> timings = new ArrayList<>();

  PersonLinkage(Path root, Connection connection) {
    this.folder = new SqlFolder(root.resolve("sql/linkage"));
    this.connection = connection;
  }

  /** Work between two SQL files. */
  private interface Step {
    void take() throws SQLException;
  }

  /**
   * Finds the persons, within the transaction of the publication, after the clubs are known.
   *
   * @param fromScratch whether everything is weighed anew
   */
  List<SqlFolder.Timing> run(boolean fromScratch) throws SQLException {
    if (fromScratch) {
      execute("truncate vault.person_witness, vault.person_profile, vault.person_block, vault.person_pair, vault.link_decision, core.pending_link");
    }
    execute(
        "create temp table linkage_setting on commit drop as select coalesce(max(received_at), now()) as at, "
            + BlockKeys.MOST
            + " as most from ops.file join touched_file using (file_id)");
    sql("010_profiles.sql");
    timed("keys", this::keys);
    sql("020_rescored.sql");
    timed("pairs", this::pairs);
    sql("030_touched_persons.sql");
    timed("persons", this::persons);
    sql("040_persons_of_mentions.sql");
    sql("050_aliases.sql");
    return timings;
  }

  private void sql(String file) {
    timings.add(folder.run(connection, file));
  }

  private void timed(String what, Step step) throws SQLException {
    long start = System.nanoTime();
    step.take();
    timings.add(new SqlFolder.Timing("linkage/(" + what + ")", (System.nanoTime() - start) / 1_000_000));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void keys() throws SQLException {
    List<PersonProfile> touched = profiles("touched_profile");
    try (CopyIn copy = new CopyIn("profile_block (block_key, profile_key)")) {
      for (PersonProfile profile : touched) {
        for (long key : BlockKeys.of(profile)) {
          copy.write(copy.line().add(key).add(profile.key()));
        }
      }
    }
  }

  private void pairs() throws SQLException {
    List<PersonProfile> profiles = profiles("rescored_profile");
    LongHashSet crowded = new LongHashSet();
    query("select block_key from crowded_block", row -> crowded.add(row.getLong(1)));
    try (CopyIn copy = new CopyIn("scored_pair (left_profile, right_profile, weight, zone, may_join, agreement)")) {
      for (ScoredPair pair : Candidates.pairs(scorer, profiles, crowded)) {
        PairScore score = pair.score();
        copy.write(
            copy.line()
                .add(profiles.get(pair.left()).key())
                .add(profiles.get(pair.right()).key())
                .add(Double.toString(score.weight()))
                .add(score.zone() == PairScore.Zone.LINK ? "link" : "grey")
                .add(score.mayJoin())
                .add(score.signs()));
      }
    }
  }

  private void persons() throws SQLException {
    List<PersonProfile> profiles = profiles("touched_member");
    LongIntHashMap places = new LongIntHashMap();
    for (int i = 0; i < profiles.size(); i++) {
      places.put(profiles.get(i).key(), i);
    }
    List<ScoredPair> pairs = new ArrayList<>();
    query(
        "select left_profile, right_profile from vault.person_pair join touched_member on profile_key = left_profile where may_join",
        row -> {
          int left = places.get(row.getLong(1));
          int right = places.get(row.getLong(2));
          pairs.add(new ScoredPair(left, right, scorer.score(profiles.get(left), profiles.get(right))));
        });
    List<Decision> decisions = new ArrayList<>();
    query(
        "select left_profile, right_profile, same_person from vault.link_decision order by decided_on desc, left_profile, right_profile",
        row -> decisions.add(new Decision(row.getLong(1), row.getLong(2), row.getBoolean(3))));
    try (CopyIn copy = new CopyIn("person_membership (profile_key, anchor_key, person_match, nameless)")) {
      for (Membership membership : PersonClusters.of(profiles, pairs, decisions)) {
        copy.write(copy.line().add(membership.profile()).add(membership.anchor()).add(membership.match()).add(membership.nameless()));
      }
    }
  }

  /** The writings that a temporary table names, ascending, as far as they are still written; those of former calls are not read again, nothing changes them on the way. */
  private List<PersonProfile> profiles(String among) throws SQLException {
    LongArrayList keys = new LongArrayList();
    query("select profile_key from " + among + " order by profile_key", row -> keys.add(row.getLong(1)));
    LongArrayList unread = new LongArrayList();
    for (LongCursor key : keys) {
      if (!read.containsKey(key.value)) {
        unread.add(key.value);
      }
    }
    if (unread.size() == keys.size()) {
      query(ProfileRow.select("join " + among + " using (profile_key)"), this::keep);
    } else if (!unread.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(ProfileRow.select("where profile_key = any (?)"))) {
        statement.setArray(1, connection.createArrayOf("bigint", Arrays.stream(unread.toArray()).boxed().toArray()));
        rows(statement.executeQuery(), this::keep);
      }
    }
    List<PersonProfile> profiles = new ArrayList<>(keys.size());
    for (LongCursor key : keys) {
      PersonProfile profile = read.get(key.value);
      if (profile != null) {
        profiles.add(profile);
      }
    }
    return profiles;
  }

  private void keep(ResultSet row) throws SQLException {
    PersonProfile profile = ProfileRow.read(row);
    read.put(profile.key(), profile);
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Row each) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      rows(statement.executeQuery(sql), each);
    }
  }

  private static void rows(ResultSet answer, Row each) throws SQLException {
    try (ResultSet rows = answer) {
      while (rows.next()) {
        each.read(rows);
      }
    }
  }

  /** A COPY into a temporary table. */
  private final class CopyIn implements AutoCloseable {
    private final Writer out;
    private final CopyLine line = new CopyLine();

    CopyIn(String into) throws SQLException {
      out = new OutputStreamWriter(new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + into + " from stdin", BUFFER), StandardCharsets.UTF_8);
    }

    CopyLine line() {
      return line.clear();
    }

    void write(CopyLine written) throws SQLException {
      try {
        out.write(written.end());
      } catch (IOException e) {
        throw new SQLException("rows of the linkage cannot be copied", e);
      }
    }

    @Override
    public void close() throws SQLException {
      try {
        out.close();
      } catch (IOException e) {
        throw new SQLException("rows of the linkage cannot be copied", e);
      }
    }
  }
}
