package dev.nashra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The import rules of docs/architecture.md. */
final class ArchitectureTest {
  private static final String ROOT = "dev.nashra";

  /** What each package of the ground may use beside itself. */
  private static final Map<String, Set<String>> GROUND =
      Map.of(
          "time", Set.of(),
          "config", Set.of(),
          "text", Set.of(),
          "process", Set.of("time"),
          "http", Set.of("time", "config"),
          "telegram", Set.of("http", "time"),
          "ai", Set.of("http", "time"));

  private static final Set<String> ENGINE = Set.of("worker", "schedule", "queue", "supervisor");

  /** Each may use those before it. */
  private static final List<String> NEWS =
      List.of(
          "source",
          "article",
          "collect",
          "story",
          "report",
          "social",
          "media",
          "publish",
          "broadcast");

  private static final Set<String> TELEGRAM_SIDE = Set.of("bot", "forward", "account", "analytics");
  private static final Set<String> EDGES = Set.of("store", "web", "telemetry", "sample");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageIsListed() {
    var unlisted =
        CLASSES.stream().map(ArchitectureTest::packageOf).filter(name -> mayUse(name) == null);
    assertTrue(unlisted.findAny().isEmpty(), "packages that no rule knows");
  }

  @Test
  void packagesUseOnlyWhatStandsToTheirLeft() {
    var broken = new ArrayList<String>();
    for (var from : CLASSES) {
      var allowed = mayUse(packageOf(from));
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass();
        if (allowed != null
            && target.getPackageName().startsWith(ROOT)
            && !allowed.contains(packageOf(target))) {
          broken.add(dependency.getDescription());
        }
      }
    }
    assertTrue(broken.isEmpty(), () -> String.join("\n", broken));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void sqlStaysInTheStore() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".store..", ROOT + ".app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void onlyTimeReadsClocksAndSleeps() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".time..")
        .should()
        .accessTargetWhere(
            calls(
                Map.of(
                    "java.lang.Thread", Set.of("sleep"),
                    "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
                    "java.util.concurrent.TimeUnit", Set.of("sleep"),
                    "java.time.Instant", Set.of("now"),
                    "java.time.LocalDate", Set.of("now"),
                    "java.time.LocalDateTime", Set.of("now"),
                    "java.time.ZonedDateTime", Set.of("now"),
                    "java.time.OffsetDateTime", Set.of("now"),
                    "java.time.InstantSource", Set.of("system"),
                    "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"))))
        .check(CLASSES);
  }

  /** Leases, delays and limits are the database's: machines need not agree what time it is. */
  @Test
  void queuesKnowNoWallClock() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".queue..")
        .or()
        .haveNameMatching(".*\\.store\\.Task[A-Z].*")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + ".time.Clock")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminalAndTheEnvironment() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".Main")
        .and()
        .resideOutsideOfPackages(ROOT + ".cli..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".config.Settings")
        .and(areNoHelperProcesses())
        .should()
        .accessTargetWhere(
            calls(Map.of("java.lang.System", Set.of("out", "err", "in", "getenv", "exit"))))
        .check(CLASSES);
  }

  /** A helper process has nothing but its standard streams to talk to its parent. */
  private static DescribedPredicate<JavaClass> areNoHelperProcesses() {
    return DescribedPredicate.describe(
        "are no main classes of helper processes",
        type ->
            !(type.getPackageName().equals(ROOT + ".media.voice")
                && type.getSimpleName().endsWith("Process")
                && type.tryGetMethod("main", String[].class).isPresent()));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Map<String, Set<String>> members) {
    return DescribedPredicate.describe(
        "one of " + members,
        access ->
            members
                .getOrDefault(access.getTargetOwner().getFullName(), Set.of())
                .contains(access.getTarget().getName()));
  }

  /** The first part of a package's name below the root; sub-packages belong to it. */
  private static String packageOf(JavaClass type) {
    var name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
  }

  /** The packages that one may use, itself included; null for one that no rule knows. */
  private static @Nullable Set<String> mayUse(String name) {
    if (GROUND.containsKey(name)) {
      return union(GROUND.getOrDefault(name, Set.of()), Set.of(name));
    }
    if (ENGINE.contains(name)) {
      return union(GROUND.keySet(), Set.of(name));
    }
    if (NEWS.contains(name)) {
      return union(GROUND.keySet(), ENGINE, NEWS.subList(0, NEWS.indexOf(name) + 1));
    }
    var news = union(GROUND.keySet(), ENGINE, NEWS);
    if (TELEGRAM_SIDE.contains(name)) {
      return union(news, Set.of(name));
    }
    var telegramSide = union(news, TELEGRAM_SIDE);
    if (EDGES.contains(name)) {
      return union(telegramSide, Set.of(name));
    }
    return switch (name) {
      case "app" -> union(telegramSide, EDGES, Set.of("app"));
      case "cli" -> union(telegramSide, EDGES, Set.of("app", "cli"));
      case "" -> Set.of("cli", "");
      default -> null;
    };
  }

  @SafeVarargs
  private static Set<String> union(Collection<String>... parts) {
    var all = new HashSet<String>();
    for (var part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
