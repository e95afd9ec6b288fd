package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever goes around the acts of runs and days is found by {@code verify}. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE allowance_line SET fen = fen + 1 WHERE holder_id = 1 | a run's sums
            UPDATE journal_transfer SET amount_fen = 1 WHERE kind = 'ALLOWANCE' | the journal
            DELETE FROM journal_transfer WHERE kind = 'ALLOWANCE_PAYMENT' | the journal
            UPDATE allowance_payment SET fen = 100 WHERE holder_id = 1 | the journal
            UPDATE allowance_line SET fen = 100001 WHERE holder_id = 1 | nobody is ordered
            UPDATE journal_transfer SET kind = 'ALLOWANCE_RECOVERY' WHERE kind = 'ALLOWANCE' | every entry goes
            UPDATE journal_transfer SET debit_account = credit_account, credit_account = debit_account, \
                kind = 'ALLOWANCE_RETURN' WHERE kind = 'ALLOWANCE_PAYMENT' | the journal takes back
            UPDATE business_day_act SET to_state = 'CUT', from_state = 'OPEN' | a day's history
            """)
    @Breaks({
        "a run's sums are those of its lines",
        "the journal has what approved runs owe, and nothing else",
        "the journal takes back what runs claim, the bank returned and was collected",
        "every entry goes between accounts of its kind",
        "nobody is ordered the same month twice",
        "a day's history leads step by step to where the day is"
    })
    void isFound(String tampering, String sentence, Database database) throws Exception {
        try (AllowanceCity city = new AllowanceCity(database)) {
            city.person(1, "1950-03-01", "2026-05-02");
            city.person(2, "1950-03-01", "2026-05-02");
            city.pay("2026-05", FUTIAN);
            assertThat(broken(database)).isEmpty();
            city.ask("SET session_replication_role = replica; " + tampering);
            assertThat(broken(database)).anyMatch(broken -> broken.startsWith(sentence));
        }
    }

    static List<String> broken(Database database) throws Exception {
        return Verification.run(database.dataSource(), Verification.allChecks(), Verification.Listener.SILENT).stream()
                .filter(finding -> finding.state() != Finding.State.HOLDS
                        && finding.state() != Finding.State.SKIPPED
                        && finding.state() != Finding.State.NOTICED)
                .map(finding -> finding.check().sentence())
                .toList();
    }
}
