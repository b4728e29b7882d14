package org.termin.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rules of the house that a compiler does not know, checked on the byte code of a module. */
public final class HouseRules {
  private static final Pattern BANNED_NAMES =
      Pattern.compile(".*(Impl|Utils?|Manager|Helper|Dto|DTO)");
  private static final Pattern TESTS = Pattern.compile(".*Test(\\$.*)?\\.class");
  private static final Set<String> CLOCKLESS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.YearMonth",
          "java.time.Year");

  private HouseRules() {}

  /**
   * All rules on the classes of one base package; an {@link AssertionError} names what breaks them.
   */
  public static void check(String basePackage) {
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.matches(TESTS))
            .importPackages(basePackage);
    if (house.isEmpty()) {
      throw new AssertionError("no classes below " + basePackage);
    }
    all().forEach(rule -> rule.allowEmptyShould(true).check(house));
  }

  static List<ArchRule> all() {
    return List.of(
        purity("org.termin.contract..", "org.termin.guidance.."),
        imports("org.termin.contract..", "org.termin.contract.."),
        imports("org.termin.guidance..", "org.termin.guidance..", "org.termin.contract.."),
        imports("org.termin.database..", "org.termin.database.."),
        imports("org.termin.scheduler..", "org.termin.scheduler..", "org.termin.contract.."),
        imports(
            "org.termin.tracker..",
            "org.termin.tracker..",
            "org.termin.contract..",
            "org.termin.guidance.."),
        imports(
            "org.termin.notifier..",
            "org.termin.notifier..",
            "org.termin.contract..",
            "org.termin.guidance.."),
        aClockIsAsked(),
        uuidsAreRandom(),
        keysStayInTheirRoom(),
        cryptoStaysInItsRooms(),
        rowsAreLists(),
        namesSayWhatThingsAre(),
        roomsHaveASentence());
  }

  private static ArchRule purity(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .and()
        // every service explains in the same words why an engine refused it; it reads a code, no
        // row
        .resideOutsideOfPackage("org.termin.contract.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "org.apache.kafka..",
            "java.net.http..")
        .as("contract and guidance know no framework, no database, no network");
  }

  private static ArchRule imports(String of, String... may) {
    return classes()
        .that()
        .resideInAPackage(of)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "belong to " + String.join(", ", may) + " or to no module of ours",
                (JavaClass used) ->
                    !used.getPackageName().startsWith("org.termin.")
                        || JavaClass.Predicates.resideInAnyPackage(may).test(used)))
        .as(of + " imports only what the architecture allows");
  }

  private static ArchRule aClockIsAsked() {
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("takes the time without a clock", HouseRules::clockless))
        .as("now is an argument, or comes from the row or an injected clock");
  }

  private static boolean clockless(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    if (target instanceof AccessTarget.CodeUnitCallTarget call) {
      boolean withClock =
          call.getRawParameterTypes().stream()
              .anyMatch(type -> type.getName().equals("java.time.Clock"));
      if (CLOCKLESS.contains(owner) && call.getName().equals("now") && !withClock) {
        return true;
      }
      if (owner.equals("java.util.Date") && call.getRawParameterTypes().isEmpty()) {
        return call.getName().equals("<init>");
      }
    }
    return owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
  }

  private static ArchRule uuidsAreRandom() {
    return noClasses()
        .that()
        // bytes on the wire become the ids they were made from
        .resideOutsideOfPackage("org.termin.contract..")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "makes a UUID that is not random",
                (JavaAccess<?> access) ->
                    access.getTarget().getOwner().isEquivalentTo(UUID.class)
                        && Set.of("<init>", "nameUUIDFromBytes", "ofEpochMillis")
                            .contains(access.getTarget().getName())))
        .as("only random UUIDs are made");
  }

  private static ArchRule keysStayInTheirRoom() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.termin.notifier.keys..", "org.termin.contract.sealed..")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "makes keys from bytes",
                (JavaAccess<?> access) ->
                    Set.of(
                                "org.termin.contract.sealed.EpochKeys",
                                "org.termin.contract.sealed.LedgerKeys")
                            .contains(access.getTarget().getOwner().getName())
                        && access.getTarget().getName().equals("of")))
        .as("key material stays in notifier.keys");
  }

  private static ArchRule cryptoStaysInItsRooms() {
    return noClasses()
        .that()
        // the door's cookies are sealed where sessions live, under keys that never leave memory
        .resideOutsideOfPackages(
            "org.termin.contract.sealed..",
            "org.termin.notifier.keys..",
            "org.termin.tracker.session..")
        .and()
        // seals for tests what no message of ours could hold
        .doNotHaveFullyQualifiedName(Forgery.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.crypto.tink..")
        .as("sealing happens in contract.sealed and in the door's sessions only");
  }

  private static ArchRule rowsAreLists() {
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "streams rows, which keeps the connection until the stream is closed",
                (JavaAccess<?> access) ->
                    access
                            .getTarget()
                            .getOwner()
                            .getName()
                            .startsWith("org.springframework.jdbc.core.simple.JdbcClient$")
                        && access.getTarget().getName().equals("stream")))
        .as("rows are read as lists");
  }

  private static ArchRule namesSayWhatThingsAre() {
    return noClasses()
        .should(
            new ArchCondition<JavaClass>("have a name that says nothing") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                boolean banned = BANNED_NAMES.matcher(one.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(one, banned, one.getName() + " is so called"));
              }
            })
        .as("names say what things are");
  }

  private static ArchRule roomsHaveASentence() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("live in a package with a package-info") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                boolean marked =
                    one.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .isPresent();
                events.add(
                    new SimpleConditionEvent(
                        one, marked, one.getPackageName() + " has no @NullMarked package-info"));
              }
            })
        .as("every room says in one sentence what it is for");
  }
}
