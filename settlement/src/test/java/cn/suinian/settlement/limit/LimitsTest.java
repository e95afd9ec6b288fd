package cn.suinian.settlement.limit;

import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.LimitMoves;
import cn.suinian.settlement.lens.policy.FindingKind;
import cn.suinian.settlement.limit.LimitVersion.State;
import cn.suinian.settlement.limit.Limits.Wanted;
import cn.suinian.settlement.risk.policy.FlagKind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another value holds when two people want it, and from when they want it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class LimitsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");

    private Transactions transactions;
    private City city;

    @BeforeEach
    void openCity(Database database) throws SQLException {
        city = City.open(database);
        transactions = Transactions.over(database, 4);
    }

    @AfterEach
    void closeCity() {
        transactions.close();
    }

    @Test
    void theHouseBeginsWithAValueForEachAndForEveryKind() throws Exception {
        for (Limit limit : Limit.values()) {
            assertThat(limits(TODAY).listInForce(MAKER, limit.room()))
                    .as("%s", limit)
                    .extracting(LimitVersion::limit)
                    .contains(limit);
        }
        assertThat(limits(TODAY).listInForce(MAKER, LimitRoom.LENS))
                .filteredOn(version -> version.limit() == Limit.COUNTED)
                .extracting(LimitVersion::about)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(FlagKind.values()), Arrays.stream(FindingKind.values()))
                                .map(Enum::name)
                                .toList());
    }

    @Test
    void anotherValueHoldsOnceAnotherPersonApprovedItAndTheOldOneIsHistory() throws Exception {
        long request =
                limits(TODAY).ask(MAKER, new Wanted(Limit.PAYOUT_FEN, "", "250", null), "the council's letter 7");
        assertThat(inForce(TODAY)).isZero();
        refused(ApprovalRefusal.SAME_PERSON, () -> limits(TODAY).approve(MAKER, request));
        refused(
                LimitRefusal.CHANGE_WAITING,
                () -> limits(TODAY).ask(CHECKER, new Wanted(Limit.PAYOUT_FEN, "", "300", null), "another letter"));
        limits(TODAY).approve(CHECKER, request);
        assertThat(inForce(TODAY)).isEqualTo(250);
        assertThat(inForce(TODAY.minusDays(1))).as("what was judged before").isZero();
        assertThat(limits(TODAY).listHistory(MAKER, LimitRoom.PAYOUT))
                .extracting(LimitVersion::value, LimitVersion::state, LimitVersion::askedAs, LimitVersion::decidedAs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("250", State.CONFIRMED, "test-maker", "test-checker"),
                        org.assertj.core.groups.Tuple.tuple("0", State.CONFIRMED, "set-up", "set-up"));
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE subject_kind = 'SETTLEMENT_LIMIT'"))
                .isEqualTo("LIMIT_ASKED LIMIT_APPROVED");
        refused(ApprovalRefusal.ALREADY_DECIDED, () -> limits(TODAY).approve(CHECKER, request));
    }

    @Test
    void whoeverAskedTakesItBackAndMayAskAgain() throws Exception {
        Wanted wanted = new Wanted(Limit.PAYOUT_FEN, "", "250", null);
        long request = limits(TODAY).ask(MAKER, wanted, "the council's letter 7");
        refused(ApprovalRefusal.NOT_YOURS, () -> limits(TODAY).withdraw(CHECKER, request, "not mine"));
        limits(TODAY).withdraw(MAKER, request, "it was letter 8");
        refused(ApprovalRefusal.ALREADY_DECIDED, () -> limits(TODAY).approve(CHECKER, request));
        assertThat(limits(TODAY)
                        .listHistory(MAKER, Limit.PAYOUT_FEN.room())
                        .get(0)
                        .state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(limits(TODAY).ask(MAKER, wanted, "the council's letter 8")).isGreaterThan(request);
    }

    @Test
    void aValueFromADayOnWaitsForItAndLateApprovalMakesItToday() throws Exception {
        LocalDate december = LocalDate.parse("2026-12-01");
        long first = limits(TODAY).ask(MAKER, new Wanted(Limit.PAYOUT_FEN, "", "250", december), "from December on");
        limits(TODAY).approve(CHECKER, first);
        assertThat(inForce(december.minusDays(1))).isZero();
        assertThat(inForce(december)).isEqualTo(250);
        LocalDate later = december.plusDays(5);
        long second = limits(december)
                .ask(MAKER, new Wanted(Limit.PAYOUT_FEN, "", "100", december.plusDays(1)), "less again");
        limits(later).approve(CHECKER, second);
        assertThat(inForce(later.minusDays(1))).isEqualTo(250);
        assertThat(inForce(later)).isEqualTo(100);
    }

    @Test
    void aVendorMayHaveAValueOfItsOwnAndGiveItBack() throws Exception {
        LimitMoves.set(transactions, clock(TODAY), Limit.RECONCILE_FEN, "2", "150");
        assertThat(own("2")).isEqualTo("150");
        LimitMoves.set(transactions, clock(TODAY), Limit.RECONCILE_FEN, "2", "");
        assertThat(own("2")).isNull();
        refused(
                LimitRefusal.ABOUT_INVALID,
                () -> limits(TODAY).ask(MAKER, new Wanted(Limit.RECONCILE_FEN, "77", "1", null), "no such vendor"));
    }

    @Test
    void whatIsOutOfBoundsOrNothingNewIsRefused() throws Exception {
        for (Wanted wrong : List.of(
                new Wanted(Limit.PAYOUT_FEN, "", "", null),
                new Wanted(Limit.PAYOUT_FEN, "", "-1", null),
                new Wanted(Limit.LEAST_MEALS, "", "0", null),
                new Wanted(Limit.RECONCILE_SECONDS, "", "3601", null),
                new Wanted(Limit.OPENING_HOURS, "CANTEEN", "06:30", null),
                new Wanted(Limit.OPENING_HOURS, "CANTEEN", "06:30-06:30", null),
                new Wanted(Limit.OPENING_HOURS, "CANTEEN", "06:30-24:30", null))) {
            refused(LimitRefusal.VALUE_INVALID, () -> limits(TODAY).ask(MAKER, wrong, "a test"));
        }
        refused(
                LimitRefusal.SAME_VALUE,
                () -> limits(TODAY).ask(MAKER, new Wanted(Limit.LEAST_MEALS, "", "030", null), "a test"));
        refused(
                LimitRefusal.FROM_INVALID,
                () -> limits(TODAY).ask(MAKER, new Wanted(Limit.LEAST_MEALS, "", "31", TODAY.minusDays(1)), "a test"));
        Actor luohu = new Actor(3L, "luohu", EnumSet.allOf(Permission.class), new Scope(District.LUOHU, null), "");
        refused(
                LimitRefusal.CITY_ONLY,
                () -> limits(TODAY).ask(luohu, new Wanted(Limit.LEAST_MEALS, "", "31", null), "a test"));
    }

    @Test
    void aRequestThatSaysNothingIsToldAllThatIsMissing() {
        Wanted nothing = new Wanted(Limit.PAYOUT_FEN, "", "", TODAY.minusDays(1));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> limits(TODAY).ask(MAKER, nothing, " "))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(FieldRefusal::field)
                        .containsExactly("value", "from", "reason"));
    }

    @Test
    void theDatabaseItselfKeepsWhatHeldAndWantsTwoPeople() throws Exception {
        limits(TODAY).ask(MAKER, new Wanted(Limit.PAYOUT_FEN, "", "250", null), "the council's letter 7");
        for (String tampering : List.of(
                "UPDATE settlement_limit SET value = '900' WHERE name = 'PAYOUT_FEN'",
                "UPDATE settlement_limit SET state = 'CONFIRMED', holds_from = '2026-11-18', decided_by = 2,"
                        + " decided_as = 'x', decided_at = now() WHERE state = 'WAITING'",
                "INSERT INTO settlement_limit (name, about, value, state, holds_from, asked_as, asked_at, decided_at)"
                        + " VALUES ('PAYOUT_FEN', '', '900', 'CONFIRMED', '2026-11-18', 'x', now(), now())",
                "DELETE FROM settlement_limit",
                "TRUNCATE settlement_limit")) {
            assertThatThrownBy(() -> city.ask(tampering)).as(tampering).isInstanceOf(SQLException.class);
        }
    }

    private int inForce(LocalDate day) throws SQLException {
        return transactions.run(transaction -> LimitsInForce.number(transaction, Limit.PAYOUT_FEN, day));
    }

    private String own(String vendor) throws SQLException {
        return city.ask("SELECT value FROM settlement_limit_on('2026-11-18') WHERE name = 'RECONCILE_FEN' AND about = '"
                + vendor + "'");
    }

    private Limits limits(LocalDate today) {
        return LimitMoves.office(transactions, clock(today));
    }

    private static Clock clock(LocalDate today) {
        Instant noon = today.atTime(4, 0).toInstant(ZoneOffset.UTC);
        return Clock.fixed(noon, ZoneOffset.UTC);
    }

    private static void refused(Refusal why, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
