package vn.ishc.warehouse;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.link.Contradiction;
import vn.ishc.link.PairScore;
import vn.ishc.link.PairScorer;
import vn.ishc.link.PersonClusters;
import vn.ishc.link.PersonProfile;

/** Questions of a steward about persons: whom a word means, how two writings agree, which pairs are in doubt. Reads the vault. */
public final class LinkQuestions {
  private static final Pattern PERSON = Pattern.compile("[Pp]?([0-9a-f]{15})");
  private static final Pattern ROW = Pattern.compile("(.+?)\\s*[›>]\\s*(?:(.+?)\\s*[›>]\\s*)?(\\d+)");
  private static final int PAIRS_MAX = 2_500;

  private final Connection connection;

  /** Asks over a connection. */
  public LinkQuestions(Connection connection) {
    this.connection = connection;
  }

  /**
   * Whom somebody means.
   *
   * @param personId the person as the marts show it; empty for a mere name
   * @param writings keys of the writings meant: all of a person, or that of one row
   * @param where file › sheet › row: the row that was asked for, of a person the latest
   */
  public record Meant(String personId, List<Long> writings, String where) {}

  /**
   * Two writings held against each other.
   *
   * @param left one writing
   * @param right the other
   * @param score how they agree
   */
  public record Compared(long left, long right, PairScore score) {}

  /**
   * A decision about two writings.
   *
   * @param samePerson whether both are one person
   * @param on the day of the decision
   */
  public record Decided(boolean samePerson, LocalDate on) {}

  /**
   * A pair in doubt as the review shows it.
   *
   * @param left one writing
   * @param right the other
   * @param probability that both are one person
   */
  public record InDoubt(Shown left, Shown right, double probability, PairScore score) {}

  /** A writing as a steward may see it, numbers left out. */
  public record Shown(long key, String name, String birth, String sex, String commune, String hamlet, String club, String where) {}

  /**
   * Finds whom a word means: a person's id (a former one too) or {@code file › sheet › row}, the file by name or id.
   *
   * @return empty when nobody is found
   */
  public Optional<Meant> find(String word) throws SQLException {
    Matcher person = PERSON.matcher(word.strip());
    if (person.matches()) {
      return person(Long.parseLong(person.group(1), 16));
    }
    Matcher row = ROW.matcher(word.strip());
    return row.matches() ? row(row.group(1), row.group(2) == null ? "" : row.group(2), Integer.parseInt(row.group(3))) : Optional.empty();
  }

  private Optional<Meant> person(long key) throws SQLException {
    String sql =
        """
        select p.person_key, array_agg(p.profile_key order by p.profile_key = p.anchor_key desc, p.profile_key), null
        from vault.person_profile p
        where p.person_key = coalesce((select a.person_key from core.person_alias a where a.former_key = ?), ?)
        group by p.person_key
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      statement.setLong(2, key);
      return meant(statement);
    }
  }

  private Optional<Meant> row(String file, String sheet, int row) throws SQLException {
    String sql =
        """
        select p.person_key, array_agg(distinct p.profile_key), f.submitter || '/' || f.file_name || ' › ' || t.sheet || ' › ' || m.row_number
        from vault.person_mention m
          join ops.file f using (file_id)
          join ops.file_table t using (file_id, table_no)
          join vault.person_witness w using (file_id, mention_no)
          join vault.person_profile p using (profile_key)
        where (f.file_id = ? or f.file_name = ? or f.submitter || '/' || f.file_name = ?) and (? = '' or t.sheet = ?) and m.row_number = ?
        group by f.file_id, t.sheet, m.row_number, p.person_key
        order by f.received_at desc, f.file_id, t.sheet, p.person_key
        limit 1
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file);
      statement.setString(2, file);
      statement.setString(3, file);
      statement.setString(4, sheet);
      statement.setString(5, sheet);
      statement.setInt(6, row);
      return meant(statement);
    }
  }

  private Optional<Meant> meant(PreparedStatement statement) throws SQLException {
    long person;
    boolean named;
    List<Long> writings;
    Optional<String> where;
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      person = rows.getLong(1);
      named = !rows.wasNull();
      writings = List.of((Long[]) rows.getArray(2).getArray());
      where = Optional.ofNullable(rows.getString(3));
    }
    return Optional.of(new Meant(named ? id(person) : "", writings, where.isPresent() ? where.get() : shown(writings.getFirst()).where()));
  }

  private static String id(long person) {
    return "P%015x".formatted(person);
  }

  /** The other writings of the person that some writings belong to. */
  public List<Long> others(List<Long> writings) throws SQLException {
    String sql =
        """
        select profile_key
        from vault.person_profile
        where person_key in (select person_key from vault.person_profile where profile_key = any (?)) and profile_key <> all (?)
        order by profile_key
        """;
    List<Long> others = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array keys = connection.createArrayOf("bigint", writings.toArray());
      statement.setArray(1, keys);
      statement.setArray(2, keys);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          others.add(rows.getLong(1));
        }
      }
    }
    return others;
  }

  /** The nearest two writings of two persons or rows; empty when either has none. */
  public Optional<Compared> nearest(Meant a, Meant b) throws SQLException {
    PairScorer scorer = new PairScorer();
    Compared best = null;
    List<PersonProfile> others = profiles(b.writings());
    int weighed = 0;
    for (PersonProfile left : profiles(a.writings())) {
      for (PersonProfile right : others) {
        if (left.key() != right.key() && weighed++ < PAIRS_MAX) {
          PairScore score = scorer.score(left, right);
          best = best == null || score.weight() > best.score().weight() ? new Compared(left.key(), right.key(), score) : best;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private List<PersonProfile> profiles(List<Long> keys) throws SQLException {
    List<PersonProfile> profiles = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ProfileRow.select("where profile_key = any (?) order by profile_key"))) {
      statement.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          profiles.add(ProfileRow.read(rows));
        }
      }
    }
    return profiles;
  }

  /** What stands against two persons being one, all their writings taken together; empty when nothing does. */
  public Optional<Contradiction> against(Meant a, Meant b) throws SQLException {
    return PersonClusters.against(whole(a), whole(b));
  }

  private List<PersonProfile> whole(Meant meant) throws SQLException {
    List<Long> writings = new ArrayList<>(meant.writings());
    writings.addAll(others(meant.writings()));
    return profiles(writings);
  }

  /** The latest decision about two writings; empty when nothing was decided. */
  public Optional<Decided> decided(long a, long b) throws SQLException {
    String sql = "select same_person, decided_on from vault.link_decision where left_profile = least(?::bigint, ?::bigint) and right_profile = greatest(?::bigint, ?::bigint)";
    try (PreparedStatement statement = ofPair(sql, a, b);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(new Decided(rows.getBoolean(1), rows.getObject(2, LocalDate.class))) : Optional.empty();
    }
  }

  /** When the file came that brought the weight of two writings; empty when they are no pair. */
  public Optional<Instant> weighedAt(long a, long b) throws SQLException {
    String sql = "select scored_at from vault.person_pair where left_profile = least(?::bigint, ?::bigint) and right_profile = greatest(?::bigint, ?::bigint)";
    try (PreparedStatement statement = ofPair(sql, a, b);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(rows.getTimestamp(1).toInstant()) : Optional.empty();
    }
  }

  private PreparedStatement ofPair(String sql, long a, long b) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 1; i <= 4; i++) {
      statement.setLong(i, i % 2 == 1 ? a : b);
    }
    return statement;
  }

  /** When a former id of either person was last given up for the present one; empty when that has never happened. */
  public Optional<Instant> changedAt(Meant a, Meant b) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select max(changed_at) from core.person_alias where 'P' || lpad(to_hex(person_key), 15, '0') in (?, ?)")) {
      statement.setString(1, a.personId());
      statement.setString(2, b.personId());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant);
      }
    }
  }

  /** The last half-year with figures, where decisions are filed. */
  public String lastPeriod() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select coalesce(last, '') from ops.published_span");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The pairs in doubt, the likeliest first. */
  public List<InDoubt> inDoubt(int most) throws SQLException {
    String sql =
        """
        select (array_agg(x.left_profile order by x.weight desc, x.left_profile, x.right_profile))[1],
          (array_agg(x.right_profile order by x.weight desc, x.left_profile, x.right_profile))[1], d.probability
        from (select * from core.pending_link order by weight desc, person_key, other_key limit ?) d
          join vault.person_profile l on l.person_key in (d.person_key, d.other_key)
          join vault.person_pair x on x.left_profile = l.profile_key
          join vault.person_profile r on r.profile_key = x.right_profile and r.person_key in (d.person_key, d.other_key) and r.person_key <> l.person_key
        group by d.person_key, d.other_key, d.weight, d.probability
        order by d.weight desc, d.person_key, d.other_key
        """;
    List<long[]> pairs = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          pairs.add(new long[] {rows.getLong(1), rows.getLong(2)});
          probabilities.add(rows.getDouble(3));
        }
      }
    }
    PairScorer scorer = new PairScorer();
    List<InDoubt> inDoubt = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      List<PersonProfile> both = profiles(List.of(pairs.get(i)[0], pairs.get(i)[1]));
      inDoubt.add(new InDoubt(shown(pairs.get(i)[0]), shown(pairs.get(i)[1]), probabilities.get(i), scorer.score(both.getFirst(), both.getLast())));
    }
    return inDoubt;
  }

  /** How many pairs are in doubt. */
  public OptionalLong countInDoubt() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select count(*) from core.pending_link");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return OptionalLong.of(rows.getLong(1));
    }
  }

  /** A writing as a steward may see it. */
  public Shown shown(long writing) throws SQLException {
    String sql =
        """
        select p.full_name, case when p.birth = p.birth_to then to_char(p.birth, 'DD/MM/YYYY') else to_char(p.birth, 'YYYY') end, p.sex,
          (select distinct on (d.successor_code) d.successor_name from core.dim_place d where d.successor_code = p.successor_code order by d.successor_code, d.frame_no desc),
          p.hamlet_key, (select d.club_name from core.dim_club d where d.club_key = p.club_key order by d.valid_from desc limit 1),
          (select f.submitter || '/' || f.file_name || ' › ' || t.sheet || ' › ' || m.row_number
            from vault.person_witness w
              join vault.person_mention m using (file_id, mention_no)
              join ops.file f using (file_id)
              left join ops.file_table t using (file_id, table_no)
            where w.profile_key = p.profile_key
            order by m.period desc, f.received_at desc, m.file_id, m.mention_no limit 1)
        from vault.person_profile p
        where p.profile_key = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, writing);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("no such writing");
        }
        String[] text = new String[8];
        for (int i = 1; i <= 7; i++) {
          text[i] = row.getString(i) == null ? "" : row.getString(i);
        }
        return new Shown(writing, text[1], text[2], text[3], text[4], text[5], text[6], text[7]);
      }
    }
  }
}
