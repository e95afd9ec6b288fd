package cn.suinian.settlement.ledger;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
// keeps it
@Breaks("every payment that was ordered is in the journal once, and no other is")
class LedgerTest {
    private static final Payable VENDOR = new Payable(METRO, "METRO-1");
    private static final Bank BANK = new Bank(Payer.CITY);
    private static final String WAITS_FOR_A_ROW = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE wait_event_type = 'Lock' AND datname = current_database()";

    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
    }

    @Test
    void anEntryStandsInTheOpenDayBesideWhatClearingPosts() throws Exception {
        assertThat(post(payment(300))).isTrue();
        city.tap(ride(DAY_1, METRO, 3, 540));
        city.close(DAY_1);
        assertThat(post(new Entry(Kind.PAYMENT, VENDOR, BANK, 40, "2"))).isTrue();
        assertThat(city.ask("SELECT string_agg(day || ' ' || kind || ' ' || amount_fen, ', ' ORDER BY transfer_id)"
                        + " FROM journal_transfer"))
                .isEqualTo("2026-11-16 PAYMENT 300, 2026-11-16 SUBSIDY 540, 2026-11-17 PAYMENT 40");
        assertThat(city.days().getTrialBalance().creditFen()).isEqualTo(880);
    }

    @Test
    void thatIsPostedOnceOnWhicheverDayAndNeverWithAnotherAmount() throws Exception {
        assertThat(post(payment(300))).isTrue();
        city.close(DAY_1);
        assertThat(post(payment(300))).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> post(payment(301)))
                .withMessage("PAYMENT 1 was posted with 300 fen, not 301");
        assertThat(city.ask("SELECT count(*) FROM journal_transfer")).isEqualTo("1");
    }

    @Test
    void aDayIsNotCutBeforeAnEntryThatFoundItOpenIsThere() throws Exception {
        assertThat(post(new Entry(Kind.PAYMENT, VENDOR, BANK, 40, "before"))).isTrue();
        CompletableFuture<Void> close;
        try (Connection connection = city.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(new Ledger(connection).holdOpenDay()).isEqualTo(DAY_1);
            close = CompletableFuture.runAsync(() -> {
                try {
                    city.close(DAY_1);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!city.ask(WAITS_FOR_A_ROW).equals("1")) {
                assertThat(close).as("the day was cut without waiting").isNotDone();
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
            }
            assertThat(city.ask("SELECT state FROM business_day WHERE day = '2026-11-16'"))
                    .isEqualTo("OPEN");
            new Ledger(connection).post(payment(300));
            connection.commit();
        }
        close.join();
        assertThat(city.ask("SELECT day || ' ' || kind FROM journal_transfer WHERE reference = '1'"))
                .isEqualTo(DAY_1 + " PAYMENT");
        assertThat(city.ask("SELECT day FROM open_business_day")).isEqualTo(DAY_2.toString());
    }

    @Test
    void nobodyPostsAnEntryOfClearingByHandOrAnAdjustmentAlone() {
        assertRefused("cleared_or_referenced", "('a', 'b', 'SUBSIDY', 'by hand')");
        assertRefused("cleared_or_referenced", "('a', 'b', 'PAYMENT', '')");
        assertRefused("adjusted_by_two", "('a', 'b', 'ADJUSTMENT', 'break 1')");
        assertThatIllegalArgumentException().isThrownBy(() -> payment(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(Kind.ADJUSTMENT, VENDOR, BANK, 1, "break 1"));
    }

    @Test
    void anEntryGoesBetweenAccountsOfItsKindOnly() {
        assertRefused("ALLOWANCE_RECOVERY does not go from p to v", "('p', 'v', 'ALLOWANCE_RECOVERY', 'x')");
        assertRefused("SUBSIDY does not go from v to p", "('p', 'v', 'SUBSIDY', ''), ('v', 'p', 'SUBSIDY', '')");
        assertRefused("PAYMENT does not go from a to v", "('v', 'a', 'PAYMENT', 'x'), ('a', 'v', 'PAYMENT', 'x')");
    }

    private void assertRefused(String why, String entries) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask("""
                        INSERT INTO business_day (day, state) VALUES ('2026-11-16', 'OPEN');
                        INSERT INTO ledger_account (name, kind, bank_of) VALUES ('a', 'BANK', 1), ('b', 'BANK', 2);
                        INSERT INTO ledger_account (name, kind, payer, service) VALUES ('p', 'PAYER', 1, 1);
                        INSERT INTO ledger_account (name, kind, vendor_id) VALUES ('v', 'VENDOR', 1);
                        INSERT INTO journal_transfer (day, kind, debit_account, credit_account, amount_fen, reference)
                        SELECT '2026-11-16', e.kind, d.account_id, c.account_id, 5, e.reference
                        FROM (VALUES %s) AS e (debit, credit, kind, reference)
                        JOIN ledger_account d ON d.name = e.debit
                        JOIN ledger_account c ON c.name = e.credit""".formatted(entries)))
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));
    }

    private static Entry payment(long fen) {
        return new Entry(Kind.PAYMENT, VENDOR, BANK, fen, "1");
    }

    private boolean post(Entry entry) throws SQLException {
        try (Connection connection = city.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            boolean posted = new Ledger(connection).post(entry);
            connection.commit();
            return posted;
        }
    }
}
