package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextArenaTest {
  private static String textOf(int number) {
    return "Nguyễn " + number + "-".repeat(number % 300);
  }

  private static TextArena arena(int size) throws Exception {
    TextArena arena = new TextArena();
    for (int i = 0; i < size; i++) {
      byte[] bytes = textOf(i).getBytes(StandardCharsets.UTF_8);
      arena.add(bytes, 0, bytes.length, i % 7 == 0 ? "Font " + i % 140 : null);
    }
    arena.freeze();
    return arena;
  }

  private static void check(TextArena arena, int number) {
    assertThat(arena.seek(number)).isTrue();
    assertThat(arena.text()).isEqualTo(textOf(number));
    assertThat(arena.font()).isEqualTo(number % 7 == 0 ? "Font " + number % 140 : null);
  }

  @Test
  void textsAreFoundInAnyOrderInMemoryAndSpilled() throws Exception {
    for (int size : new int[] {1, 16, 17, 5000, 250_000}) {
      try (TextArena arena = arena(size)) {
        for (int i = 0; i < size; i += 1 + size / 3000) {
          check(arena, i);
        }
        Random random = new Random(size);
        for (int i = 0; i < 3000; i++) {
          int number = random.nextInt(size);
          check(arena, number);
          if (number + 1 < size) {
            check(arena, number + 1);
          }
        }
        assertThat(arena.seek(size)).isFalse();
        assertThat(arena.seek(-1)).isFalse();
      }
    }
  }
}
