package vn.ishc.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ishc.place.PlaceMatch.How;

class PlaceIndexTest {
  private static final LocalDate H1_2025 = LocalDate.of(2025, 6, 30);
  private static final LocalDate H2_2025 = LocalDate.of(2025, 12, 31);
  private static final PlaceIndex PLACES = places();

  private static PlaceIndex places() {
    try {
      return new PlaceIndex(Path.of("jobs/aliases/places.csv"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PlaceMatch.Found found(String written, @Nullable String district, LocalDate day) {
    return (PlaceMatch.Found) PLACES.find(written, district, day);
  }

  @Test
  void everyFrameHasItsCommunes() {
    assertThat(PLACES.all(Frame.V2017_480)).hasSize(480);
    assertThat(PLACES.all(Frame.V2020_460)).hasSize(460);
    assertThat(PLACES.all(Frame.V2024_412)).hasSize(412);
    assertThat(PLACES.all(Frame.V2025_130)).hasSize(130);
    assertThat(PLACES.districts()).hasSize(21);
  }

  @Test
  void everyCommuneOfEveryFrameCountsForOneOfTheTwentyOneDistricts() {
    for (Frame frame : Frame.values()) {
      assertThat(PLACES.all(frame)).allMatch(place -> PLACES.district(place.planDistrict()).isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Xã Nghi Văn, 429, 17830", "xã Nghi Vạn, 429, 17911", "Nghi Trung, 429, 17893", "X. Nghi Văn, 429, 17830",
    "NẬM CẮN, 417, 16837", "Nậm Càn, 417, 16873", "P. Quỳnh Phương, 432, 17134", "'Xã Nghi Văn, huyện Nghi Lộc', 429, 17830"
  })
  void toneMarksAreMeaning(String written, String district, String code) {
    assertThat(found(written, district, H1_2025).place().code()).isEqualTo(code);
    assertThat(found(written, district, H1_2025).how()).isEqualTo(How.EXACT);
  }

  @Test
  void aNameWithoutTonesThatTwoCommunesShareIsAmbiguous() {
    assertThat(PLACES.find("Nghi Van", "429", H1_2025)).isInstanceOf(PlaceMatch.Ambiguous.class);
    assertThat(PLACES.find("Nam Can", "417", H1_2025)).isInstanceOf(PlaceMatch.Ambiguous.class);
    assertThat(found("Nghi Trung", "429", H1_2025).place().code()).isEqualTo("17893");
  }

  @Test
  void aNameIsReadOnTheMapOfItsDay() {
    assertThat(found("Xã Nghi Lộc", "429", H2_2025).place().code()).isEqualTo("17827");
    assertThat(found("Nghi Trung", "429", H2_2025).place().code()).isEqualTo("17827");
    assertThat(found("Nghi Trung", "429", H2_2025).how()).isEqualTo(How.OTHER_FRAME);
  }

  @Test
  void theWardsOfCuaLoCountForCuaLoAfterTheirDistrictEnded() {
    assertThat(found("Phường Nghi Hương", "413", H1_2025).place().planDistrict()).isEqualTo("413");
    assertThat(found("Phường Cửa Lò", null, H2_2025).place().planDistrict()).isEqualTo("413");
  }

  @Test
  void anotherNameThatPeopleUseLeadsToThePlace() {
    assertThat(found("xã Hưng Yên Nam", "431", H1_2025).place().code()).isEqualTo("18007");
    assertThat(found("xã Hưng Yên Nam", "431", H1_2025).how()).isEqualTo(How.ALIAS);
  }

  @Test
  void aCommuneThatDoesNotExistIsNone() {
    assertThat(PLACES.find("Xã Không Có", "429", H1_2025)).isInstanceOf(PlaceMatch.None.class);
  }

  @ParameterizedTest
  @CsvSource({"Huyện Nghi Lộc, 429", "TX Hoàng Mai, 432", "TP Vinh, 412", "Vinh, 412", "ky son, 417", "Thái Hoà, 414", "H. Quỳ Hợp, 420"})
  void aDistrictIsFoundByAnyOfItsSpellings(String written, String code) {
    assertThat(PLACES.findDistrict(written).orElseThrow().code()).isEqualTo(code);
  }
}
