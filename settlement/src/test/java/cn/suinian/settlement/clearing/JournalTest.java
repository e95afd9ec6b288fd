package cn.suinian.settlement.clearing;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.refused;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses, whoever asks. */
@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class JournalTest {
    private static final String RESTRICT_VIOLATION = "23001";
    private static final String CHECK_VIOLATION = "23514";
    private static final String UNIQUE_VIOLATION = "23505";

    private City city;

    @BeforeAll
    void closeOneDay(Database database) throws Exception {
        city = City.open(database);
        city.tap(refused(DAY_1, METRO, 2, 9), ride(DAY_1, METRO, 3, 40), ride(DAY_1, METRO, 1, 250));
        city.reverseLast();
        city.close(DAY_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clearing_line",
                "clearing_reversal",
                "clearing_decline",
                "ledger_account",
                "journal_transfer",
                "business_day"
            })
    void nothingIsDeletedOrEmptied(String table) {
        assertRefused(RESTRICT_VIOLATION, "DELETE FROM " + table);
        assertRefused(RESTRICT_VIOLATION, "TRUNCATE " + table + " CASCADE");
    }

    @ParameterizedTest
    @CsvSource({
        "clearing_line,gross = gross + 1",
        "clearing_reversal,taps = 9",
        "clearing_decline,taps = 2",
        "ledger_account,name = 'other'",
        "journal_transfer,amount_fen = 1"
    })
    void nothingPostedIsChanged(String table, String change) {
        assertRefused(RESTRICT_VIOLATION, "UPDATE " + table + " SET " + change);
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "-5,1,2", "5,1,1"})
    void anEntryHasAnAmountAndTwoSides(int amount, int debit, int credit) {
        assertRefused(
                CHECK_VIOLATION,
                "INSERT INTO journal_transfer (day, kind, debit_account, credit_account, amount_fen)"
                        + " VALUES ('2026-11-16', 'OPERATOR_SUBSIDY', %d, %d, %d)".formatted(debit, credit, amount));
    }

    @Test
    void aLineMustAddUpAndHaveAPayerForWhatIsOwed() {
        String line = "INSERT INTO clearing_line VALUES ('2026-11-16', 2, %d, 2, 1, 500, %d, %d, %d)";
        assertRefused(CHECK_VIOLATION, line.formatted(2, 300, 100, 0));
        assertRefused(CHECK_VIOLATION, line.formatted(0, 500, 0, 0));
        assertRefused(CHECK_VIOLATION, line.formatted(0, 0, 500, 200));
    }

    @Test
    void aDayCannotBeAddedUpOrPostedTwice() throws Exception {
        try (Connection connection = city.database().dataSource().getConnection()) {
            Clearing clearing = new Clearing(connection);
            assertState(UNIQUE_VIOLATION, () -> clearing.addLines(DAY_1));
            assertState(UNIQUE_VIOLATION, () -> clearing.addReversals(DAY_1));
            assertState(UNIQUE_VIOLATION, () -> clearing.postJournal(DAY_1));
        }
    }

    @Test
    void theTrialBalanceIsZero() throws Exception {
        TrialBalance balance = city.days().getTrialBalance();
        assertThat(balance.debitFen()).isEqualTo(540).isEqualTo(balance.creditFen());
    }

    private void assertRefused(String state, String sql) {
        assertState(state, () -> city.ask(sql));
    }

    private interface Act {
        Object run() throws SQLException;
    }

    private static void assertState(String state, Act act) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
