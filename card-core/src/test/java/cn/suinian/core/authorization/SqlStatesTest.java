package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.LedgerFailure.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certain after a failure, by Appendix A of the PostgreSQL manual. */
class SqlStatesTest {

    @ParameterizedTest
    @CsvSource({
        "23505, KEY_TAKEN",
        "40001, ROLLED_BACK",
        "40P01, ROLLED_BACK",
        "40003, OUTCOME_UNKNOWN",
        "08006, OUTCOME_UNKNOWN",
        "57P01, OUTCOME_UNKNOWN",
        "57P02, OUTCOME_UNKNOWN",
        "57P03, OUTCOME_UNKNOWN",
        "57014, ROLLED_BACK",
        "53100, ROLLED_BACK",
        "53300, ROLLED_BACK",
        "55P03, ROLLED_BACK",
        "25006, ROLLED_BACK",
        "0A000, ROLLED_BACK",
        "26000, ROLLED_BACK",
        "28000, ROLLED_BACK",
        "28P01, ROLLED_BACK",
        "3D000, ROLLED_BACK",
        "58030, OUTCOME_UNKNOWN",
        "23514, REFUSED",
        "22021, REFUSED",
        "42703, REFUSED",
        "XX000, REFUSED"
    })
    void knowsWhatIsCertainFromTheSqlState(String state, Kind kind) {
        assertThat(PostgresLedger.kindOf(state)).isEqualTo(kind);
    }
}
