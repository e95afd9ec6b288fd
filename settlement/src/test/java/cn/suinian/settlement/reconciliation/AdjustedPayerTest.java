package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A row was paid by one district before its tap came, and the tap says that another pays. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AdjustedPayerTest {
    private static final Payer FUTIAN = Payer.of(District.ofCode(2));
    private static final Payer LUOHU = Payer.of(District.ofCode(3));

    private City city;
    private Stand stand;
    private Break unknown;

    @BeforeEach
    void futianPaysForARowThatNobodyKnows(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        city.ask("INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (2, 2, '2000-01-01')");
        city.tap(ride(DAY_1, METRO, 1, 500));
        city.close(DAY_1);
        stand.take(
                CANTEEN_A,
                new StatementText(CANTEEN_A, DAY_1)
                        .add(Row.of(DAY_1, CANTEEN_A, 2, 2, 2, 1800, 900))
                        .csv());
        stand.run(CANTEEN_A, DAY_1);
        unknown = stand.open().get(0);
        assertThat(unknown.payer()).contains(FUTIAN);
        adjust(unknown);
        city.tap(lunch(DAY_1, CANTEEN_A, 2, 1800, 700, 3));
        city.close(DAY_2);
        stand.run(CANTEEN_A, DAY_1);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void eachGetsBackOrPaysItsOwn() throws Exception {
        assertThat(stand.open()).hasSize(2);
        Break back = stand.again(unknown);
        assertThat(back.payer()).contains(FUTIAN);
        assertThat(back.money().difference()).isEqualTo(-900);
        Break rest = of(LUOHU);
        assertThat(rest.money().difference()).isEqualTo(200);
        assertThat(stand.run(CANTEEN_A, DAY_1).changedAnything()).isFalse();
        adjust(back);
        adjust(rest);
        assertThat(stand.run(CANTEEN_A, DAY_1).changedAnything()).isFalse();
        assertThat(stand.open()).isEmpty();
        assertThat(owes(FUTIAN)).isEqualTo("0");
        assertThat(owes(LUOHU)).as("and the canteen's 200").isEqualTo("1100");
    }

    @Test
    void whatIsTakenBackFirstDoesNotComeBack() throws Exception {
        adjust(stand.again(unknown));
        assertThat(stand.run(CANTEEN_A, DAY_1).changedAnything()).isFalse();
        assertThat(stand.open()).singleElement().satisfies(left -> {
            assertThat(left.payer()).contains(LUOHU);
            assertThat(left.money().difference()).isEqualTo(200);
        });
    }

    private void adjust(Break it) throws Exception {
        long request =
                stand.adjustments.ask(CLERK, ActOn.of(it, "receipt"), it.money().difference());
        stand.adjustments.approve(CHIEF, request);
    }

    private Break of(Payer payer) throws Exception {
        return stand.open().stream()
                .filter(each -> each.payer().equals(Optional.of(payer)))
                .findFirst()
                .orElseThrow();
    }

    private String owes(Payer payer) throws Exception {
        return city.ask("SELECT coalesce(sum(debit_fen - credit_fen), 0) FROM journal_posting"
                + " JOIN ledger_account a USING (account_id) WHERE a.service = 2 AND a.payer = " + payer.code());
    }
}
