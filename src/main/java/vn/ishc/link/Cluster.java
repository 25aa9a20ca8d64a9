package vn.ishc.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writings that are held to be one person, and what they say together. */
final class Cluster {
  private final List<Integer> members = new ArrayList<>();
  private final Set<String> nationalIds = new LinkedHashSet<>();
  private final Set<String> oldIds = new LinkedHashSet<>();
  private final Set<String> insuranceNos = new LinkedHashSet<>();
  private final Set<String> sexes = new LinkedHashSet<>();
  private final Set<WrittenName> names = new LinkedHashSet<>();
  private final Set<Birth> births = new LinkedHashSet<>();
  private final Set<Long> clubs = new LinkedHashSet<>();
  private final Set<Long> rosters = new LinkedHashSet<>();
  private @Nullable Cluster into;

  Cluster(int member, PersonProfile profile) {
    members.add(member);
    add(nationalIds, profile.nationalId());
    add(oldIds, profile.oldId());
    add(insuranceNos, profile.insuranceNo());
    add(sexes, profile.sex());
    if (!profile.name().isAbsent()) {
      names.add(profile.name());
    }
    if (profile.birth().known()) {
      births.add(profile.birth());
    }
    if (profile.club() != 0) {
      clubs.add(profile.club());
    }
    for (long roster : profile.rosters()) {
      rosters.add(roster);
    }
  }

  private static void add(Set<String> values, String value) {
    if (!value.isEmpty()) {
      values.add(value);
    }
  }

  /** The cluster that this one has become part of; itself as long as it stands alone. */
  Cluster root() {
    Cluster root = this;
    while (root.into != null) {
      root = root.into;
    }
    if (into != null && into != root) {
      into = root;
    }
    return root;
  }

  List<Integer> members() {
    return members;
  }

  /** Takes everything of another one. */
  void take(Cluster other) {
    members.addAll(other.members);
    nationalIds.addAll(other.nationalIds);
    oldIds.addAll(other.oldIds);
    insuranceNos.addAll(other.insuranceNos);
    sexes.addAll(other.sexes);
    names.addAll(other.names);
    births.addAll(other.births);
    clubs.addAll(other.clubs);
    rosters.addAll(other.rosters);
    other.into = this;
  }

  boolean sharesClub(Cluster other) {
    return share(clubs, other.clubs);
  }

  /** Whether both cannot be one person. */
  boolean contradicts(Cluster other) {
    return against(other) != null;
  }

  /** Why both cannot be one person: two numbers of a kind, two rows of one roster, two sexes, births or names; null when nothing forbids it. */
  @Nullable Contradiction against(Cluster other) {
    if (share(nationalIds, other.nationalIds)) {
      return null;
    }
    if (apart(nationalIds, other.nationalIds)) {
      return Contradiction.TWO_NATIONAL_IDS;
    }
    if (share(rosters, other.rosters)) {
      return Contradiction.ONE_ROSTER;
    }
    boolean sameOldId = share(oldIds, other.oldIds);
    boolean sameInsurance = share(insuranceNos, other.insuranceNos);
    if (apart(oldIds, other.oldIds) && !sameInsurance) {
      return Contradiction.TWO_OLD_IDS;
    }
    if (apart(insuranceNos, other.insuranceNos) && !sameOldId) {
      return Contradiction.TWO_INSURANCE_NOS;
    }
    return sameOldId || sameInsurance ? null : unlike(other);
  }

  private @Nullable Contradiction unlike(Cluster other) {
    if (apart(sexes, other.sexes)) {
      return Contradiction.TWO_SEXES;
    }
    if (otherBirth(other)) {
      return Contradiction.TWO_BIRTHS;
    }
    return otherName(other) ? Contradiction.TWO_NAMES : null;
  }

  private boolean otherBirth(Cluster other) {
    for (Birth a : births) {
      for (Birth b : other.births) {
        BirthAgreement agreement = BirthAgreement.of(a, b);
        if (agreement == BirthAgreement.DIFFERENT || agreement == BirthAgreement.OTHER_DAY) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean otherName(Cluster other) {
    for (WrittenName a : names) {
      for (WrittenName b : other.names) {
        if (!NameAgreement.of(a, b).oneName()) {
          return true;
        }
      }
    }
    return false;
  }

  private static <T> boolean share(Set<T> a, Set<T> b) {
    Set<T> smaller = a.size() < b.size() ? a : b;
    Set<T> larger = smaller == a ? b : a;
    for (T value : smaller) {
      if (larger.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static <T> boolean apart(Set<T> a, Set<T> b) {
    return !a.isEmpty() && !b.isEmpty() && !share(a, b);
  }
}
