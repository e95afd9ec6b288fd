package cn.suinian.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The load tests share no code with what they test, and their rooms keep to their neighbours. */
@AnalyzeClasses(packages = "cn.suinian.load", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sharesNothingWithTheSystem = noClasses()
            .that()
            .resideInAPackage("cn.suinian.load..")
            .and()
            .resideOutsideOfPackages("cn.suinian.load.bench.rival..", "cn.suinian.load.bench.micro..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.suinian.core..", "cn.suinian.gateway..", "cn.suinian.settlement..");

    @ArchTest
    static final ArchRule onlyFramesKnowBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackage("cn.suinian.load.frame..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule framesKnowNothingElse = classes()
            .that()
            .resideInAPackage("cn.suinian.load.frame..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("cn.suinian.load.frame..", "java..", "org.bouncycastle..", "org.jspecify..");

    @ArchTest
    static final ArchRule theReferenceKnowsNoClockAndNoWire = noClasses()
            .that()
            .resideInAnyPackage("cn.suinian.load.reference..", "cn.suinian.load.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.sql..", "cn.suinian.load.terminal..");

    @ArchTest
    static final ArchRule roomsHaveNoCircle =
            slices().matching("cn.suinian.load.(*)..").should().beFreeOfCycles();
}
