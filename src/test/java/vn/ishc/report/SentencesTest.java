package vn.ishc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.row.Language;

class SentencesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
  private static final IndicatorDefinitions DEFINITIONS = definitions();

  private final Sentences vi = new Sentences(new Texts(Language.VI));
  private final Sentences en = new Sentences(new Texts(Language.EN));

  private static IndicatorDefinitions definitions() {
    try {
      return IndicatorDefinitions.read(Path.of("jobs/indicators.yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result share(String code, long part, long whole, @Nullable String target, @Nullable Boolean met) {
    return result(code, BigDecimal.valueOf(part), BigDecimal.valueOf(whole), BigDecimal.valueOf((double) part / whole), target, met);
  }

  private static Result count(String code, long number, @Nullable String target, @Nullable Boolean met) {
    return result(code, BigDecimal.valueOf(number), null, BigDecimal.valueOf(number), target, met);
  }

  private static Result result(
      String code, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable BigDecimal value, @Nullable String target, @Nullable Boolean met) {
    return new Result(
        DEFINITIONS.find(code).orElseThrow(),
        DAY,
        "40",
        Optional.ofNullable(numerator),
        Optional.ofNullable(denominator),
        Optional.ofNullable(value),
        Optional.ofNullable(target).map(BigDecimal::new),
        Optional.ofNullable(met));
  }

  @Test
  void aMissedShareSaysHowManyAreMissing() {
    Result result = share("I07", 10, 11, "1", false);
    assertThat(vi.verdict(result))
        .isEqualTo(
            "Tỷ lệ câu lạc bộ có từ 50 đến 70 thành viên là 90,9 % (10/11 câu lạc bộ), chưa đạt mục tiêu 100 %, còn thiếu 9,1 điểm phần trăm (1 câu lạc bộ).");
    assertThat(en.verdict(result))
        .isEqualTo("Clubs with 50 to 70 members: 90.9% (10 of 11 clubs); the target of 100% is missed by 9.1 percentage points (1 club).");
  }

  @Test
  void aCountAboveItsTargetExceedsIt() {
    assertThat(vi.verdict(count("I04", 280, "275", true)))
        .isEqualTo("Số câu lạc bộ đang hoạt động là 280 câu lạc bộ, vượt mục tiêu 275 câu lạc bộ, bằng 101,8 % mục tiêu.");
    assertThat(vi.verdict(count("I04", 275, "275", true)))
        .isEqualTo("Số câu lạc bộ đang hoạt động là 275 câu lạc bộ, đạt mục tiêu 275 câu lạc bộ, bằng 100 % mục tiêu.");
  }

  @Test
  void aMissedCountSaysHowManyAreMissing() {
    assertThat(vi.verdict(count("I05", 7704, "8450", false)))
        .isEqualTo("Số thành viên của các câu lạc bộ thành lập mới là 7.704 người, chưa đạt mục tiêu 8.450 người, bằng 91,2 % mục tiêu, còn thiếu 746 người.");
  }

  @Test
  void aShareBetweenTwoBoundsLiesWithinBelowOrAbove() {
    assertThat(vi.verdict(share("I30", 651, 1000, "0.6", true)))
        .isEqualTo("Tỷ lệ thành viên là phụ nữ là 65,1 % (651/1.000 người), nằm trong khoảng mục tiêu 60–70 %.");
    assertThat(vi.verdict(share("I30", 55, 100, "0.6", false))).endsWith(", thấp hơn khoảng mục tiêu 60–70 % là 5 điểm phần trăm.");
    assertThat(vi.verdict(share("I31", 741, 1000, "0.6", false))).endsWith(", cao hơn khoảng mục tiêu 60–70 % là 4,1 điểm phần trăm.");
  }

  @Test
  void nothingKnownIsSaidAndNotJudged() {
    assertThat(vi.verdict(result("I16", null, null, null, null, null))).isEqualTo("Tỷ lệ nợ quá hạn trên tổng dư nợ: chưa có số liệu.");
  }

  @Test
  void theChangeRisesFallsOrStaysTheSame() {
    Result now = share("I13", 60, 100, "0.5", true);
    assertThat(vi.change(now, Optional.of(share("I13", 52, 100, null, null)), "năm 2024")).isEqualTo("; tăng 8 điểm phần trăm so với năm 2024");
    assertThat(vi.change(now, Optional.of(share("I13", 643, 1000, null, null)), "năm 2024")).isEqualTo("; giảm 4,3 điểm phần trăm so với năm 2024");
    assertThat(vi.change(now, Optional.of(share("I13", 6, 10, null, null)), "năm 2024")).isEqualTo("; không thay đổi so với năm 2024");
    assertThat(vi.change(now, Optional.empty(), "năm 2024")).isEqualTo("; chưa có số liệu năm 2024 để so sánh");
    assertThat(vi.change(count("I04", 250, "275", false), Optional.of(count("I04", 260, null, null)), "năm 2024")).isEqualTo("; giảm 10 câu lạc bộ so với năm 2024");
  }

  @Test
  void moneyIsToldInMillions() {
    assertThat(vi.verdict(count("I27", 138_800_000, null, null))).isEqualTo("Kinh phí huy động được trong năm là 138,8 triệu đồng.");
  }

  @Test
  void numbersFollowTheReader() {
    Texts vietnamese = new Texts(Language.VI);
    Texts english = new Texts(Language.EN);
    assertThat(vietnamese.number(new BigDecimal("0.6512"), NumberStyle.SHARE)).isEqualTo("65,1 %");
    assertThat(english.number(new BigDecimal("0.6512"), NumberStyle.SHARE)).isEqualTo("65.1%");
    assertThat(vietnamese.number(new BigDecimal("-0.0225"), NumberStyle.POINTS)).isEqualTo("−2,3");
    assertThat(vietnamese.number(new BigDecimal("1234567890"), NumberStyle.MILLIONS)).isEqualTo("1.234,6");
    assertThat(vietnamese.number(BigDecimal.valueOf(-4), NumberStyle.CHANGE)).isEqualTo("−4");
    assertThat(vietnamese.number(BigDecimal.valueOf(2025), NumberStyle.PLAIN)).isEqualTo("2025");
    assertThat(vietnamese.decimal(new BigDecimal("-0.4"))).isEqualTo("-0,4");
  }

  @Test
  void listsEndWithAnd() {
    Texts texts = new Texts(Language.VI);
    assertThat(texts.list(java.util.List.of("a"))).isEqualTo("a");
    assertThat(texts.list(java.util.List.of("a", "b", "c"))).isEqualTo("a, b và c");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    var vietnamese = java.util.ResourceBundle.getBundle("vn.ishc.report.texts", java.util.Locale.forLanguageTag("vi"));
    var english = java.util.ResourceBundle.getBundle("vn.ishc.report.texts", java.util.Locale.ENGLISH);
    assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
  }
}
