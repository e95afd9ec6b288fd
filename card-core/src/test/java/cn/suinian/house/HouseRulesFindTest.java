package cn.suinian.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The import rules find what they are for. */
class HouseRulesFindTest {
    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages("cn.suinian.house.sample");

    @Test
    void findsADecisionThatReadsTheClockOrTheDatabase() {
        assertThat(breaches(HouseRules.PURE_DECISIONS))
                .anyMatch(breach -> breach.contains("java.sql.Connection"))
                .anyMatch(breach -> breach.contains("java.time.Clock"));
    }

    @Test
    void findsCryptographyOutsideItsRoom() {
        assertThat(breaches(HouseRules.ONE_IMPORTER_OF_BOUNCY_CASTLE))
                .singleElement()
                .asString()
                .contains("org.bouncycastle");
    }

    @Test
    void findsTextTurnedIntoBytesWithoutACharset() {
        assertThat(breaches(HouseRules.TEXT_HAS_A_CHARSET))
                .singleElement()
                .asString()
                .contains("getBytes");
    }

    private static List<String> breaches(ArchRule rule) {
        return rule.evaluate(SAMPLE).getFailureReport().getDetails();
    }
}
