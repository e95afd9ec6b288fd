package cn.suinian.settlement.edgecases;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.edgecases.EdgeTown.NOON;
import static cn.suinian.settlement.edgecases.EdgeTown.TODAY;
import static cn.suinian.settlement.reconciliation.Stand.BOTH;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakRefusal;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge cases 9 and 10: what comes after the day was cut, and what two people sign. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayAndApprovalCasesTest {

    @Test
    void case9WhatArrivesAfterTheCutGoesIntoTheNextDayAndKeepsItsOwnDate(Database database) throws Exception {
        try (EdgeTown town = new EdgeTown(database)) {
            town.person(1, "1950-05-01");
            town.tap(town.bus(1, 1));
            town.closeToday();

            town.tap(town.lunch(1, 2).at(NOON).arrivingAfter(Duration.ofHours(20)));

            assertThat(town.ask("SELECT string_agg(tap_date || ' ' || settle_date, ', ' ORDER BY terminal_seq)"
                            + " FROM tap"))
                    .isEqualTo(TODAY + " " + TODAY + ", " + TODAY + " " + TODAY.plusDays(1));
            assertThat(town.ask("SELECT subsidy || ' ' || payer FROM tap WHERE terminal_seq = 2"))
                    .as("judged by its own time, as if it had come in time")
                    .isEqualTo("500 2");
            assertThat(town.ask("SELECT sum(taps) FROM clearing_line WHERE day = '" + TODAY + "'"))
                    .as("what was cleared stays as it is")
                    .isEqualTo("1");
        }
    }

    @Test
    void case10AnAdjustmentNeedsASecondPerson(Database database) throws Exception {
        try (Stand stand = standWithADifference(database)) {
            Break over = difference(stand);
            long request = stand.adjustments.ask(BOTH, ActOn.of(over, "the till was right"), 50);

            assertRefused(ApprovalRefusal.SAME_PERSON, () -> stand.adjustments.approve(BOTH, request));
            assertThat(adjustments(stand)).isEqualTo("0");

            stand.adjustments.approve(CHIEF, request);
            assertThat(adjustments(stand)).isEqualTo("1");
        }
    }

    @Test
    void case10WhoeverApprovesSeesTheStateOfThatMomentAndNotOfTheRequest(Database database) throws Exception {
        try (Stand stand = standWithADifference(database)) {
            long request = stand.adjustments.ask(CLERK, ActOn.of(difference(stand), "the till was right"), 50);
            assertThat(stand.adjustments.listOpen(CHIEF, 10))
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.stillSo()).isTrue());

            stand.statements.withdraw(CLERK, 1, "they send another");
            stand.run(METRO, DAY_1);

            assertThat(stand.adjustments.listOpen(CHIEF, 10))
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.stillSo()).isFalse());
            assertRefused(BreakRefusal.STATE_MOVED, () -> stand.adjustments.approve(CHIEF, request));
            assertThat(adjustments(stand)).isEqualTo("0");
        }
    }

    /** A ride for 3 yuan of which the metro says that it was 3.50. */
    private static Stand standWithADifference(Database database) throws Exception {
        City city = City.open(database);
        Stand stand = new Stand(city);
        stand.today(DAY_2);
        city.tap(ride(DAY_1, METRO, 1, 300));
        city.close(DAY_1);
        Row stated = Row.of(DAY_1, METRO, 1, 1, 1, 350, 350);
        stand.take(METRO, new StatementText(METRO, DAY_1).add(stated).csv());
        stand.run(METRO, DAY_1);
        return stand;
    }

    private static Break difference(Stand stand) throws Exception {
        return stand.open().stream()
                .filter(each -> each.kind() == BreakKind.AMOUNT_OVER)
                .findFirst()
                .orElseThrow();
    }

    private static String adjustments(Stand stand) throws Exception {
        return stand.city.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'");
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
