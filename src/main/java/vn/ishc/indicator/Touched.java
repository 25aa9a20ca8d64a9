package vn.ishc.indicator;

import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Where something has changed since the figures were computed last. The province is always looked
 * at again.
 *
 * @param districts GSO codes of plan districts; empty when anything anywhere may have changed
 */
public record Touched(Optional<Set<String>> districts) {
  /** Copies the set. */
  public Touched {
    districts = districts.map(Set::copyOf);
  }

  /** Anything anywhere. */
  public static Touched everything() {
    return new Touched(Optional.empty());
  }

  /**
   * These plan districts: those whose clubs, members, activities, money or submissions changed, and
   * those whose members' loans or check-ups did, wherever the file came from.
   */
  public static Touched districts(Set<String> codes) {
    return new Touched(Optional.of(codes));
  }

  /** Whether a plan district is one of them. */
  Condition covers(Field<String> planDistrict) {
    return districts.map(planDistrict::in).orElse(DSL.noCondition());
  }
}
