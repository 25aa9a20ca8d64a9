package vn.ishc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house is the flow: a stage may know the stages before it, never the ones after. */
class FlowTest {
  /** The way of a row. A package that is not in this list is a stray one. */
  private static final List<String> FLOW =
      List.of(
          "row", "feed", "clean", "place", "inbox", "sheet", "recognise", "conform", "check", "link", "walk", "feedback", "form", "vault", "warehouse", "indicator", "report", "sample", "run",
          "cli");

  private static final Set<String> PURE = Set.of("row", "clean", "place", "recognise", "conform", "check", "link", "walk");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.ishc");

  @Test
  void everyPackageIsAStageOfTheFlow() {
    Set<String> strays = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String stage = stage(type);
      if (!stage.isEmpty() && !stage.equals("db") && !FLOW.contains(stage)) {
        strays.add(stage);
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void noStageKnowsALaterOne() {
    List<String> breaches = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      int own = FLOW.indexOf(stage(type));
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        int other = FLOW.indexOf(stage(dependency.getTargetClass()));
        if (own >= 0 && other > own) {
          breaches.add(type.getSimpleName() + " knows " + dependency.getTargetClass().getFullName());
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void theWalkOfARowKnowsNeitherSpringNorPoiNorJooqNorJdbc() {
    List<String> breaches = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      if (PURE.contains(stage(type))) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          if (target.startsWith("org.springframework") || target.startsWith("org.apache.poi") || target.startsWith("org.jooq") || target.startsWith("java.sql")) {
            breaches.add(type.getFullName() + " knows " + target);
          }
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  private static String stage(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith("vn.ishc.")) {
      return "";
    }
    String rest = name.substring("vn.ishc.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
