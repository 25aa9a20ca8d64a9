package vn.ishc.walk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.feed.RuleKind;
import vn.ishc.link.ClubMention;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Value;

/**
 * A doubt that may be true is a question. It is known by what it is about, never by its place: the feed, the club or district, the person (or what else tells
 * the row apart), the code and the values in doubt. So a yes holds wherever and whenever the same is asked, and for nothing else.
 */
final class Questions {
  private static final int TOKEN_BYTES = 16;

  private Questions() {}

  /** The token of a question; empty for a finding that is none. It stands beside the values themselves, in the sender's own answer alone. */
  static String token(Finding finding, Contract contract, LinkedRow row) {
    return token(finding, contract, row, unit(row));
  }

  /** By what it was known while the row was refused for something else: such a row belongs to no club. */
  static String tokenWhileRefused(Finding finding, Contract contract, LinkedRow row) {
    return token(finding, contract, row, String.valueOf(row.planDistrict()));
  }

  private static String token(Finding finding, Contract contract, LinkedRow row, String unit) {
    if (!finding.code().isQuestion() || finding.columnName().isEmpty()) {
      return "";
    }
    String text = String.join("\n", contract.feed(), unit, who(contract, row), finding.code().code(), finding.columnName(), values(finding, contract, row));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "q-" + HexFormat.of().formatHex(hash, 0, TOKEN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unit(LinkedRow row) {
    @Nullable ClubMention club = row.club();
    if (club == null) {
      return String.valueOf(row.planDistrict());
    }
    return club.key() + "/" + (club.commune() == null ? Spelling.fold(club.communeWritten()) : club.commune().successor());
  }

  /** The persons that the row names; a row that names nobody is told by what tells it apart. */
  private static String who(Contract contract, LinkedRow row) {
    List<String> names = contract.persons().stream().flatMap(person -> person.column("full_name").stream()).map(name -> value(contract, row, name)).toList();
    return String.join("|", names.isEmpty() ? contract.unique().stream().map(name -> value(contract, row, name)).toList() : names);
  }

  /** The value in doubt, and those it contradicts. */
  private static String values(Finding finding, Contract contract, LinkedRow row) {
    @Nullable RuleKind kind =
        switch (finding.code()) {
          case SEX_VS_ID -> RuleKind.SEX_MATCHES_ID;
          case BIRTH_VS_ID -> RuleKind.BIRTH_MATCHES_ID;
          case OUTSTANDING_OVER_AMOUNT -> RuleKind.NOT_ABOVE;
          default -> null;
        };
    TreeSet<String> columns = new TreeSet<>(List.of(finding.columnName()));
    contract.rules().stream().filter(rule -> rule.rule() == kind && rule.columns().contains(finding.columnName())).forEach(rule -> columns.addAll(rule.columns()));
    return String.join("|", columns.stream().map(name -> value(contract, row, name)).toList());
  }

  private static String value(Contract contract, LinkedRow row, String name) {
    return contract.column(name).map(Column::index).map(at -> row.clean().values()[at]).map((Value value) -> value instanceof Value.Text text ? Spelling.fold(text.text()) : value.toString()).orElse("");
  }
}
