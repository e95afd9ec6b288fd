package cn.suinian.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the rooms of settlement may import. */
@AnalyzeClasses(packages = "cn.suinian.settlement", importOptions = ImportOption.DoNotIncludeTests.class)
class SettlementHouseTest {

    @ArchTest
    static final ArchRule CLEARING_KNOWS_NO_BUSINESS_DAY = noClasses()
            .that()
            .resideInAPackage("cn.suinian.settlement.clearing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cn.suinian.settlement.businessday..")
            .because("a day is closed by clearing it, not the other way round");

    @ArchTest
    static final ArchRule SETTLEMENT_IS_PLAIN_JDBC = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "org.postgresql..")
            .because("a close is one session that works through its steps");
}
