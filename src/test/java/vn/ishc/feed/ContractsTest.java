package vn.ishc.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {
  @TempDir private Path folder;

  private static final String GOOD =
      """
      feed: shoe-sizes
      title: {vi: Cỡ giày, en: Shoe sizes}
      kind: slice
      unit: submitter
      columns:
        - {name: full_name, type: person_name, required: true, headers: [Họ tên]}
        - name: size
          type: count
          headers: [Cỡ, "Giày > Cỡ"]
          parts: {left: ["Giày > Trái"]}
      rules:
        - part_of: [size, size]
      """;

  @Test
  void aContractIsReadWithItsGroupsAndParts() throws IOException {
    Files.writeString(folder.resolve("shoe-sizes.yml"), GOOD);
    Contract contract = Contracts.read(folder).of("shoe-sizes").orElseThrow();
    Column size = contract.column("size").orElseThrow();
    assertThat(size.headers()).extracting(HeaderSpec::leaf).containsExactly("Cỡ", "Cỡ", "Trái");
    assertThat(size.headers().get(1).group()).contains("Giày");
    assertThat(size.headers().get(2).part()).isEqualTo("left");
    assertThat(contract.refuseAbove()).isEqualTo(0.20);
    assertThat(contract.table()).isEqualTo("shoe_sizes");
  }

  @Test
  void allProblemsOfAllContractsAreToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("a.yml"), GOOD.replace("type: count", "type: kilo").replace("kind: slice", "kind: pie"));
    Files.writeString(folder.resolve("b.yml"), GOOD.replace("part_of: [size, size]", "part_of: [size, colour]").replace("unit: submitter", "units: x"));
    assertThatThrownBy(() -> Contracts.read(folder))
        .isInstanceOf(Contracts.BadContracts.class)
        .hasMessageContaining("a.yml › size: no such type: kilo")
        .hasMessageContaining("a.yml › kind: cannot be pie")
        .hasMessageContaining("b.yml › rules part_of: no such column: colour")
        .hasMessageContaining("no such key: units");
  }

  @Test
  void aFileThatIsNoYamlIsAProblemLikeOthers() throws IOException {
    Files.writeString(folder.resolve("c.yml"), "feed: [unclosed");
    Files.writeString(folder.resolve("d.yml"), "just words");
    assertThatThrownBy(() -> Contracts.read(folder)).hasMessageContaining("c.yml").hasMessageContaining("d.yml: is not a mapping");
  }

  @Test
  void nothingWhereSomethingIsAskedForIsAProblemLikeOthers() throws IOException {
    Files.writeString(folder.resolve("e.yml"), GOOD + "persons: [{role: null, null: size}]\n");
    assertThatThrownBy(() -> Contracts.read(folder)).isInstanceOf(Contracts.BadContracts.class).hasMessageContaining("e.yml › persons");
  }

  @Test
  void theContractsOfTheProductAreGood() throws IOException {
    List<String> feeds = Contracts.read(Path.of("jobs/feeds")).all().stream().map(Contract::feed).toList();
    assertThat(feeds).contains("club-registry", "member-roster", "plan-targets");
  }
}
