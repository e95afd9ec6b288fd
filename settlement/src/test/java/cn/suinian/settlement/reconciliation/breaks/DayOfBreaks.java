package cn.suinian.settlement.reconciliation.breaks;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A day of the metro with a break of each of four kinds, and what tests do with them. */
abstract class DayOfBreaks {
    City city;
    Stand stand;

    /** A day with: 1 stated 50 too high, 2 not stated, 3 stated 40 too low, 4 invented with another number. */
    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        stand.today(DAY_2);
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400), ride(DAY_1, METRO, 3, 500));
        city.close(DAY_1);
        take(row(1, 350), row(3, 460), row(4, 700));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    /** The vendor's time to state it is over. */
    Break overdue() throws Exception {
        stand.today(DAY_1.plusDays(3));
        stand.reconciliation.age(CLERK);
        return one(BreakKind.MISSING_AT_VENDOR);
    }

    void take(Row... rows) throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(rows).csv());
        stand.run(METRO, DAY_1);
    }

    static Row row(int seq, int fare) {
        return Row.of(DAY_1, METRO, seq, seq, 1, fare, fare);
    }

    Break one(BreakKind kind) throws Exception {
        return stand.open().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    List<String> acts(Break it) throws Exception {
        return stand.worklist.get(CLERK, it.breakNo()).timeline().stream()
                .map(BreakEvent::act)
                .toList();
    }

    void approve(Break it, long fen) throws Exception {
        stand.adjustments.approve(CHIEF, stand.adjustments.ask(CLERK, ActOn.of(it, "looked into"), fen));
    }

    static void assertRefused(Refusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
