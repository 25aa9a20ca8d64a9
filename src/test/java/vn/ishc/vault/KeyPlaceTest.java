package vn.ishc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPlaceTest {
  private static final String HEX = "0123456789abcdef".repeat(4);

  @TempDir Path home;

  @Test
  void theKeyOfTheHomeIsMadeOnceAndReadableByItsOwnerAlone() throws Exception {
    KeyPlace place = KeyPlace.of(home.resolve("new"), Map.of());
    assertThat(place.find()).isEmpty();
    VaultKey key = place.findOrMake();
    assertThat(place.findOrMake().checkValue()).isEqualTo(key.checkValue());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("new/vault.key")))).isEqualTo("rw-------");
  }

  @Test
  void whoeverAsksAtTheSameTimeGetsTheSameKey() throws Exception {
    for (int round = 0; round < 20; round++) {
      KeyPlace place = KeyPlace.of(home.resolve("r" + round), Map.of());
      Callable<String> ask = () -> HexFormat.of().formatHex(place.findOrMake().checkValue());
      try (ExecutorService many = Executors.newFixedThreadPool(8)) {
        List<Future<String>> answers = many.invokeAll(java.util.Collections.nCopies(8, ask));
        String first = answers.getFirst().get();
        for (Future<String> answer : answers) {
          assertThat(answer.get()).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void aKeyIsHexadecimalOrBase64() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HEX));
    byte[] expected = VaultKey.ofHex(HEX).checkValue();
    for (String text : List.of(HEX, HEX.toUpperCase(java.util.Locale.ROOT), base64, base64.replace("=", ""), " " + HEX + "\n")) {
      assertThat(KeyPlace.of(home, Map.of("ISHC_VAULT_KEY", text)).find().orElseThrow().checkValue()).isEqualTo(expected);
    }
    Path file = Files.writeString(home.resolve("given"), base64 + "\r\n");
    assertThat(KeyPlace.of(home, Map.of("ISHC_VAULT_KEY_FILE", file.toString())).find().orElseThrow().checkValue()).isEqualTo(expected);
    try (Stream<Path> made = Files.list(home)) {
      assertThat(made).as("no key is made where one is given").containsExactly(file);
    }
  }

  @Test
  void whatIsNoKeyIsSaidWithoutShowingIt() throws Exception {
    assertThatThrownBy(() -> KeyPlace.of(home, Map.of("ISHC_VAULT_KEY", "mậtkhẩu")).find()).isInstanceOf(VaultLocked.class).hasMessageNotContaining("mậtkhẩu");
    Files.writeString(home.resolve("vault.key"), "0123");
    assertThatThrownBy(() -> KeyPlace.of(home, Map.of()).find()).isInstanceOf(VaultLocked.class).hasMessageNotContaining("0123");
    assertThatThrownBy(() -> KeyPlace.of(home, Map.of("ISHC_VAULT_KEY_FILE", home.resolve("none").toString())).findOrMake()).isInstanceOf(VaultLocked.class);
    assertThat(KeyPlace.of(home, Map.of("ISHC_VAULT_KEY", HEX)).toString() + VaultKey.ofHex(HEX)).doesNotContain("0123");
  }
}
