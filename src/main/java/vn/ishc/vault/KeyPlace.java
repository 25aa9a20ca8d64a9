package vn.ishc.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the key of the vault comes from: the variable {@code ISHC_VAULT_KEY} itself, the file that {@code ISHC_VAULT_KEY_FILE}
 * names, or {@code vault.key} in the home folder, which alone is made when it is missing.
 */
public sealed interface KeyPlace {
  /** The variable that holds the key. */
  String VARIABLE = "ISHC_VAULT_KEY";

  /** The variable that names a file with the key. */
  String FILE_VARIABLE = "ISHC_VAULT_KEY_FILE";

  /** Name of the key's file in the home folder. */
  String FILE = "vault.key";

  /** The key stands in a variable. */
  record InVariable(String text) implements KeyPlace {
    /** Says nothing of the key. */
    @Override
    public String toString() {
      return VARIABLE;
    }
  }

  /** The operator keeps the key in a file of their own. */
  record InGivenFile(Path path) implements KeyPlace {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** The key lies in the home folder. */
  record InHome(Path path) implements KeyPlace {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** Where the environment says the key is. */
  static KeyPlace of(Path home, Map<String, String> environment) {
    String text = environment.getOrDefault(VARIABLE, "");
    String file = environment.getOrDefault(FILE_VARIABLE, "");
    if (!text.isEmpty()) {
      return new InVariable(text);
    }
    return file.isEmpty() ? new InHome(home.resolve(FILE)) : new InGivenFile(Path.of(file));
  }

  /**
   * The key, when there is one.
   *
   * @throws VaultLocked when what is there is no key, or the operator's file is missing
   */
  default Optional<VaultKey> find() throws IOException, VaultLocked {
    return switch (this) {
      case InVariable variable -> Optional.of(Reading.key(variable.text(), VaultLocked.Reason.BAD_VARIABLE, VARIABLE));
      case InGivenFile file -> Optional.of(Reading.key(given(file), VaultLocked.Reason.BAD_FILE, file.toString()));
      case InHome file -> {
        Optional<String> text = new SecretFile(file.path()).read();
        yield text.isEmpty() ? Optional.empty() : Optional.of(Reading.key(text.get(), VaultLocked.Reason.BAD_FILE, file.toString()));
      }
    };
  }

  private static String given(InGivenFile file) throws IOException, VaultLocked {
    return new SecretFile(file.path()).read().orElseThrow(() -> new VaultLocked(VaultLocked.Reason.NO_FILE, file.toString()));
  }

  /** The key; the one of the home folder is made when it is missing. */
  default VaultKey findOrMake() throws IOException, VaultLocked {
    if (this instanceof InHome file) {
      return Reading.key(new SecretFile(file.path()).readOrMake(), VaultLocked.Reason.BAD_FILE, file.toString());
    }
    return find().orElseThrow();
  }

  /** Texts that are keys. */
  final class Reading {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

    private Reading() {}

    private static VaultKey key(String text, VaultLocked.Reason otherwise, String where) throws VaultLocked {
      String stripped = text.strip();
      if (HEX.matcher(stripped).matches()) {
        return new VaultKey(HexFormat.of().parseHex(stripped));
      }
      if (BASE64.matcher(stripped).matches()) {
        return new VaultKey(Base64.getDecoder().decode(stripped.replace('-', '+').replace('_', '/')));
      }
      throw new VaultLocked(otherwise, where);
    }
  }
}
