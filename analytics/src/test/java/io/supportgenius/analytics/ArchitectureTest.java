package io.supportgenius.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses analytics = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.supportgenius.analytics");

    @Test
    void analyticsDependsOnNothingButJavaAndStatistics() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.supportgenius.analytics..",
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..")
                .check(analytics);
    }

    @Test
    void analyticsNeitherReadsNorWritesAnything() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(analytics);
    }

    @Test
    void dataFlowsOneWayThroughThePackages() {
        slices().matching("io.supportgenius.analytics.(*)..")
                .should()
                .beFreeOfCycles()
                .check(analytics);
        noClasses()
                .that()
                .resideInAPackage("..facts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..summary..", "..regression..")
                .check(analytics);
    }
}
