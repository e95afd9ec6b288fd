package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionTest {
    private static final String TAP_OF_NOBODY = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey)
            VALUES ('2026-11-23', '2026-11-22', 1, 440300010007, 99, 8, 1, 1, now(), now(), 8, 0, 0, 0, 1, 0, 0)""";

    private final Database ofTheClass;

    PostgresExtensionTest(Database ofTheClass) {
        this.ofTheClass = ofTheClass;
    }

    @Test
    void aClassHasOneDatabaseWithTheSchema(Database database) throws Exception {
        assertThat(database).isEqualTo(ofTheClass);
        assertThat(ask(database, "SELECT count(*) FROM tap")).isEqualTo("0");
        assertThat(ask(database, "SELECT count(*) > 0 FROM benefit_rule")).isEqualTo("t");
    }

    @Test
    @FreshDatabase
    void aTestMayHaveADatabaseOfItsOwn(Database database) throws Exception {
        assertThat(database).isNotEqualTo(ofTheClass);
        ask(database, "CREATE TABLE seen_here_only (n int)");
        assertThat(ask(ofTheClass, "SELECT to_regclass('seen_here_only')")).isNull();
    }

    @Test
    @FreshDatabase
    @Breaks({
        "every tap has an account",
        "every tap was made with a card of its holder",
        "a tap is filed under the Shanghai date of its time",
        "no tap settles before its own day"
    })
    void anInvariantThatNoLongerHoldsIsNamedWithTheRow(Database database) throws Exception {
        ask(database, TAP_OF_NOBODY);
        assertThatThrownBy(() -> Invariants.check(database, Set.of("no tap settles before its own day")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("every tap has an account: (2026-11-23,440300010007,99,8)")
                .hasMessageNotContaining("no tap settles before");
    }

    @Nested
    class Inside {
        @Test
        void aNestedClassSharesTheDatabase(Database database) {
            assertThat(database).isEqualTo(ofTheClass);
        }
    }
}
