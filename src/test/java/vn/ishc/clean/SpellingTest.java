package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  @Provide
  Arbitrary<String> texts() {
    return VietnameseText.texts();
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll String text) {
    String key = Spelling.fold(text);
    assertThat(Spelling.fold(key)).isEqualTo(key);
    String loose = Spelling.toneless(text);
    assertThat(Spelling.toneless(loose)).isEqualTo(loose);
    String canonical = Spelling.canonicalTone(text);
    assertThat(Spelling.canonicalTone(canonical)).isEqualTo(canonical);
  }

  @Property
  void theKeyForgetsCompositionOnly(@ForAll("texts") String text) {
    assertThat(Spelling.fold(VietnameseText.nfd(text))).isEqualTo(Spelling.fold(text));
    assertThat(Spelling.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(Spelling.fold(text));
    assertThat(Spelling.toneless(text)).matches("[a-z ]*");
  }

  @ParameterizedTest
  @CsvSource({
    "Hoà,Hòa",
    "Thuỷ,Thủy",
    "khoẻ,khỏe",
    "Mỹ,Mĩ",
    "Lý,Lí",
    "Quý,Quí",
    "Quỳnh,Quình",
    "Qúy,Quý",
    "Hòang,Hoàng",
    "Nghi  Diên,nghi diên",
    "H'Mông,HMông",
    "H’Mông,HMông",
    "Khơ-mú,khơ mú",
    "Gìa,Già",
    "Sỹ,Sĩ",
    "Ỷ,ỷ"
  })
  void spellingsOfOneThingShareAKey(String one, String other) {
    assertThat(Spelling.fold(one)).isEqualTo(Spelling.fold(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Bính,Bình",
    "Cắn,Càn",
    "Văn,Vạn",
    "Đồng,Đông",
    "Thúy,Thúi",
    "May,Mai",
    "Đào,Dào",
    "Ý,Í"
  })
  void tonesAreMeaning(String one, String other) {
    assertThat(Spelling.fold(one)).isNotEqualTo(Spelling.fold(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Hoà Bình,Hòa Bình",
    "Thuỷ,Thủy",
    "Quỳ Hợp,Quỳ Hợp",
    "Quỳnh Lưu,Quỳnh Lưu",
    "Hoàn,Hoàn",
    "Thái Hoà,Thái Hòa",
    "QUÝ,QUÝ",
    "Giáo,Giáo",
    "Giếng,Giếng",
    "mửa,mửa",
    "thuở,thuở",
    "khuỷu,khuỷu",
    "HOÀ,HÒA",
    "toán,toán",
    "Xã,Xã",
    "Ủy,Ủy",
    "Uỷ ban,Ủy ban",
    "Huỳnh,Huỳnh",
    "uống,uống",
    "yếu,yếu",
    "ngoẻo,ngoẻo",
    "quả,quả",
    "giữa,giữa",
    "nghĩa,nghĩa",
    "ruợu,ruợu"
  })
  void tonesStandWhereTheOldStylePutsThem(String text, String right) {
    assertThat(Spelling.canonicalTone(text)).isEqualTo(right);
  }

  @Test
  void keysKeepTonesAndLooseKeysDoNot() {
    assertThat(Spelling.fold("Xã NGHI ĐỒNG (mới)")).isEqualTo("xã nghi đồng mới");
    assertThat(Spelling.toneless("Xã NGHI ĐỒNG (mới)")).isEqualTo("xa nghi dong moi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nghi dien", "xã nghi diên", "a1"})
  void aFoldedTextIsGivenBack(String text) {
    assertThat(Spelling.fold(text)).isSameAs(text);
  }
}
