// SPDX-License-Identifier: Apache-2.0
package io.odograph.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the design that a compiler does not know. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.odograph");

    private static final Path ROOT = Path.of(System.getProperty("odograph.root"));

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that(resideInAPackage("io.odograph.udfs.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.apache.flink..",
                                        "org.apache.kafka..",
                                        "org.apache.avro..",
                                        "io.odograph.schemas..",
                                        "io.odograph.common.."))
                        .because("the driving science is plain Java"),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Pipeline")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.apache.kafka..",
                                        "org.apache.flink.connector..",
                                        "io.odograph.common.kafka.."))
                        .because("a pipeline runs between any sources and sinks"),
                noClasses()
                        .that(resideInAPackage("io.odograph.common.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "io.odograph.crash..",
                                        "io.odograph.speeding..",
                                        "io.odograph.fences..",
                                        "io.odograph.replay..",
                                        "io.odograph.demo..",
                                        "io.odograph.evaluate..",
                                        "io.odograph.simulator..",
                                        "io.odograph.cli.."))
                        .because("dependencies point from the jobs to what they share"),
                noClasses()
                        .that(resideInAPackage("io.odograph.simulator.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                "io.odograph.udfs.clock..",
                                                "io.odograph.udfs.crash..",
                                                "io.odograph.udfs.speeding..",
                                                "io.odograph.common..")
                                        .or(simpleNameStartingWith("RoadMatcher")))
                        .because("the truth may know the map, but not the code that it judges"),
                noClasses()
                        .that(resideInAPackage("io.odograph.evaluate.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "org.apache.flink..",
                                        "org.apache.kafka..",
                                        "io.odograph.crash..",
                                        "io.odograph.speeding.."))
                        .because("an evaluation judges the detector, not how a job runs it"),
                noClasses()
                        .that(logic())
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callConstructor(Random.class)
                        .because("a replay must give the same result"),
                noClasses()
                        .that(logic())
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("jobs log"),
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat(
                                not(
                                        resideInAnyPackage(
                                                "io.odograph.schemas..", "..jmh_generated..")))
                        .should()
                        .beFinal()
                        .because("subtasks of one process share static fields"),
                classes()
                        .that()
                        .areAssignableTo(Function.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .notBePublic()
                        .orShould()
                        .haveModifier(JavaModifier.FINAL)
                        .because("an operator is not a base class"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @Test
    void noClassIsLongerThan300LinesAndNoMainThan60() {
        assertThat(sources("/src/main/java/"))
                .isNotEmpty()
                .allSatisfy(
                        file ->
                                assertThat(lines(file))
                                        .as(file.toString())
                                        .isLessThanOrEqualTo(
                                                file.toString().endsWith("Job.java") ? 60 : 300));
    }

    @Test
    void noTestIsOfJUnit4() {
        assertThat(sources("/src/test/java/"))
                .isNotEmpty()
                .noneSatisfy(
                        file ->
                                assertThat(Files.readString(file))
                                        .contains("import org." + "junit.Test"));
    }

    private static DescribedPredicate<JavaClass> logic() {
        return resideInAnyPackage(
                "io.odograph.udfs..",
                "io.odograph.common..",
                "io.odograph.crash..",
                "io.odograph.speeding..");
    }

    private static List<Path> sources(String part) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().contains(part))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            // The licence line, the package and the imports are not the class.
            return lines.dropWhile(line -> !line.startsWith("/**")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
