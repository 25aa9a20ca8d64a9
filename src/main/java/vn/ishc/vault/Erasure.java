package vn.ishc.vault;

import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of the vault: names, numbers, addresses, notes, quoting findings. The pseudonymous rows of the star stay as they
 * are, so that no figure changes. Keyed hashes remain, by which the person is known and erased again when a file names them.
 */
public final class Erasure {
  private static final int FETCH_ROWS = 5000;

  private final Connection connection;
  private final Locks locks;

  /** @param connection in a transaction, which the caller commits */
  public Erasure(Connection connection, VaultKey key) {
    this.connection = connection;
    this.locks = key.locks();
  }

  /**
   * Erases a person.
   *
   * @param held what is held about them
   * @param today the day that is written beside
   */
  public void erase(Held held, LocalDate today) throws SQLException {
    eraseQuotations(held);
    remember(held.personKey(), today);
    for (Held.Source source : held.sources()) {
      run("select vault.erase_mentions(?)", source.fileId());
    }
    forgetWritings(held.personKey());
    run(
        """
        update vault.person set full_name = null, national_id_hash = null, national_id_sealed = null, old_id_hash = null, old_id_sealed = null,
          insurance_no_hash = null, insurance_no_sealed = null,
          birth = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to) then vault.coarse_birth(birth_to) - (birth_to - birth) else birth end,
          birth_to = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to) then vault.coarse_birth(birth_to) else birth_to end
        where person_key = ?
        """,
        held.personKey());
  }

  /** How the person was written is what the linkage goes by: it goes too, and nobody is held against them again. */
  private void forgetWritings(long personKey) throws SQLException {
    run("delete from vault.person_witness w using vault.erased_mention e where e.person_key = ? and e.file_id = w.file_id and e.mention_no = w.mention_no", personKey);
    String gone = "in (select p.profile_key from vault.person_profile p where p.person_key = ? and not exists (select from vault.person_witness w where w.profile_key = p.profile_key))";
    run("delete from vault.person_block where profile_key " + gone, personKey);
    run("delete from vault.person_pair where left_profile " + gone, personKey);
    run("delete from vault.person_pair where right_profile " + gone, personKey);
    run("delete from vault.person_profile where profile_key " + gone, personKey);
    run("delete from core.pending_link where ? in (person_key, other_key)", personKey);
  }

  private void remember(long personKey, LocalDate today) throws SQLException {
    run(
        """
        insert into vault.erased_mention (file_id, mention_no, person_key, person_match, erased_on)
          select m.file_id, m.mention_no, ?, coalesce(m.person_match, 'own'), ?
          from vault.mentions_of(?) o join vault.person_mention m using (file_id, mention_no)
        on conflict do nothing
        """,
        personKey, today, personKey);
    run(
        """
        insert into vault.erased_hash (kind, hash, person_key, erased_on)
          select distinct on (n.kind, n.hash) n.kind, n.hash, e.person_key, e.erased_on
          from vault.erased_mention e
            join vault.person_mention m using (file_id, mention_no)
            cross join lateral (values ('national_id', m.national_id_hash), ('old_id', m.old_id_hash), ('insurance_no', m.insurance_no_hash),
              ('writing', m.writing_hash)) as n (kind, hash)
          where e.person_key = ? and n.hash is not null
        on conflict do nothing
        """,
        personKey);
  }

  /** Texts of other rows, and of refused ones, that quote a number of the person, or the name in a file that names them. */
  private void eraseQuotations(Held held) throws SQLException {
    Set<String> numbers = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (Held.Mention mention : held.mentions()) {
      mention.said().forEach((what, value) -> {
        if (what.equals("full_name")) {
          names.add(value.toLowerCase(Locale.ROOT));
        } else if (!Set.of("birth", "sex", "address").contains(what)) {
          numbers.add(value);
        }
      });
    }
    Set<String> files = held.sources().stream().map(Held.Source::fileId).collect(Collectors.toSet());
    quoting("select file_id, ctid::text, found_sealed, message_vi_sealed from vault.finding_text", Sealed.FINDING, "vault.finding_text", numbers, names, files);
    quoting("select file_id, ctid::text, value_sealed, null::bytea from vault.row_text", Sealed.ROW_TEXT, "vault.row_text", numbers, names, files);
  }

  private void quoting(String sql, Sealed what, String table, Set<String> numbers, Set<String> names, Set<String> files) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          String text = opened(what, rows.getBytes(3)) + "\n" + opened(what, rows.getBytes(4));
          boolean quotes = numbers.stream().anyMatch(text.replaceAll("[ .-]", "")::contains)
              || (files.contains(rows.getString(1)) && names.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
          if (quotes) {
            found.add(rows.getString(2));
          }
        }
      }
    }
    for (String place : found) {
      run("delete from " + table + " where ctid = ?::tid", place);
    }
  }

  private String opened(Sealed what, byte @Nullable [] sealed) {
    try {
      return sealed == null ? "" : locks.open(what, sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the vault does not open: " + what.column(), e);
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
