package vn.ishc.indicator;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What facts are added up to.
 *
 * @param level how wide
 * @param area code of the area, as a column of the facts or a constant
 * @param scope which facts are asked for
 * @param keys what to group by
 */
record Grouping(AreaLevel level, Field<String> area, Condition scope, List<Field<?>> keys) {

  /** The province, and the districts that are asked for. */
  static List<Grouping> wide(Field<String> planDistrict, Touched touched) {
    return List.of(province(), fine(AreaLevel.DISTRICT, planDistrict, planDistrict, touched));
  }

  /** The same, and the clubs in the districts. */
  static List<Grouping> deep(Field<String> planDistrict, Field<String> clubCode, Touched touched) {
    return List.of(
        province(),
        fine(AreaLevel.DISTRICT, planDistrict, planDistrict, touched),
        fine(AreaLevel.CLUB, clubCode, planDistrict, touched));
  }

  private static Grouping province() {
    return new Grouping(
        AreaLevel.PROVINCE, DSL.inline(AreaLevel.PROVINCE_CODE), DSL.noCondition(), List.of());
  }

  private static Grouping fine(
      AreaLevel level, Field<String> code, Field<String> planDistrict, Touched touched) {
    return new Grouping(level, code, touched.covers(planDistrict), List.of(code));
  }

  /** Groups by the area and by more. */
  List<Field<?>> by(Field<?>... more) {
    List<Field<?>> all = new ArrayList<>(keys);
    all.addAll(List.of(more));
    return all;
  }

  /** The code of the area, named as {@link Figure#rows} wants it. */
  Field<String> areaCode() {
    return area.as("area_code");
  }
}
