package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static cn.suinian.settlement.allowance.AllowanceCity.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.payee.AccountChanges;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is on the list of a month, and how a list becomes an order. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceRunsTest {
    private static final String OWING = "payer:FUTIAN:ALLOWANCE";
    private static final String HOLDERS = "holders:allowance";
    private static final String BANK = "bank:FUTIAN";

    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        city = AllowanceCity.ofTwo(database);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aMonthIsListedConfirmedApprovedOrderedAndReconciledToTheFen() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        assertThat(city.lines(run)).containsExactly("1 2026-05 REGULAR 200 TIER", "2 2026-05 REGULAR 200 TIER");
        assertThat(run.payableFen()).isEqualTo(40_000);
        long request = city.runs().confirm(MAKER, run.runNo(), "list checked");
        assertThat(city.balance(OWING)).isEqualTo("0");
        city.runs().approve(CHECKER, request);
        assertThat(city.balance(OWING)).isEqualTo("40000");
        assertThat(city.balance(HOLDERS)).isEqualTo("-40000");
        assertThat(city.runs().order(MAKER, run.runNo())).isTrue();
        assertThat(city.balance(HOLDERS)).isEqualTo("0");
        assertThat(city.balance(BANK)).isEqualTo("-40000");
        city.take(run, "1,200.00,PAID\n2,200.00,PAID,\n");
        assertThat(city.runs().reconcile(MAKER, run.runNo())).isTrue();
        assertThat(city.reads().getRun(MAKER, run.runNo()).state()).isEqualTo(State.RECONCILED);
        assertThat(city.ask("SELECT string_agg(to_state, ' ' ORDER BY act_no) FROM allowance_run_act"))
                .isEqualTo("LISTED CONFIRMED APPROVED PAY_FILE RECONCILED");
        assertThat(city.ask("SELECT string_agg(DISTINCT reference, ' ') FROM journal_transfer"))
                .isEqualTo("allowance:2026-05:FUTIAN");
    }

    @Test
    void everyStepThatIsDoneAgainFindsItDone() throws Exception {
        AllowanceRun run = city.pay("2026-05", FUTIAN);
        assertThat(city.list("2026-05", FUTIAN).runNo()).isEqualTo(run.runNo());
        assertThat(city.runs().order(MAKER, run.runNo())).isFalse();
        assertThat(city.runs().reconcile(MAKER, run.runNo())).isFalse();
        assertRefused(AllowanceRefusal.WRONG_STATE, () -> city.runs().confirm(MAKER, run.runNo(), "again"));
        assertThat(city.ask("SELECT count(*) || ' ' || sum(amount_fen) FROM journal_transfer"))
                .isEqualTo("2 80000");
    }

    @Test
    void theNextMonthRaisesWhoTurnsEightyAndTellsThem() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        assertThat(city.lines(june)).containsExactly("1 2026-06 REGULAR 200 TIER", "2 2026-06 REGULAR 300 TIER");
        assertThat(city.reads().listNotes(MAKER, june.runNo(), Note.Kind.CHANGED, 0, 10))
                .containsExactly(new Note(2, Note.Kind.CHANGED, "TIER", 20_000, 30_000));
        assertThat(city.ask("SELECT holder_id || ' ' || kind || ' ' || due_on FROM allowance_message"))
                .as("five working days after Monday the 8th")
                .isEqualTo("2 CHANGED 2026-06-15");
    }

    @Test
    void f14AMissedCheckStopsJuneAndIsBackPaidInAugust() throws Exception {
        city.checked(1, "2025-11-20");
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        AllowanceRun june = city.pay("2026-06", FUTIAN);
        assertThat(city.lines(june)).containsExactly("2 2026-06 REGULAR 300 TIER");
        assertThat(city.reads().countNotes(MAKER, june.runNo()))
                .containsEntry("STOPPED CHECK_MISSED", 1L)
                .containsEntry("EXCLUDED CHECK_MISSED", 1L);
        assertThat(city.ask("SELECT reason FROM allowance_message WHERE kind = 'STOPPED'"))
                .isEqualTo("CHECK_MISSED");
        city.today("2026-07-08");
        city.pay("2026-07", FUTIAN);
        city.checked(1, "2026-08-03");
        city.today("2026-08-08");
        AllowanceRun august = city.pay("2026-08", FUTIAN);
        assertThat(city.lines(august))
                .containsExactly(
                        "1 2026-06 ARREARS 200 CHECK_LATE",
                        "1 2026-07 ARREARS 200 CHECK_LATE",
                        "1 2026-08 REGULAR 200 TIER",
                        "2 2026-08 REGULAR 300 TIER");
        assertThat(city.reads().listNotes(MAKER, august.runNo(), Note.Kind.NEW, 0, 10))
                .containsExactly(new Note(1, Note.Kind.NEW, "CHECK_LATE", 0, 20_000));
        assertThat(city.ask("SELECT count(*) FROM allowance_message WHERE kind = 'STOPPED'"))
                .as("told once, not every month")
                .isEqualTo("1");
    }

    @Test
    void aListIsMadeWhileTheLensLooksAtADay() throws Exception {
        AllowanceRun may = city.transactions().run(lens -> {
            try (Statement look = lens.createStatement()) {
                look.execute("SELECT pg_advisory_xact_lock(7210)");
                return city.list("2026-05", FUTIAN);
            }
        });
        assertThat(may.holders()).isEqualTo(2);
    }

    @Test
    void theApprovalLooksAtEveryMonthOfTheDead() throws Exception {
        city.pay("2026-05", FUTIAN, 1);
        city.today("2026-06-08");
        city.moved(1, "2026-05-15", LUOHU);
        city.corrected(1);
        AllowanceRun june = city.list("2026-06", FUTIAN);
        assertThat(city.lines(june)).containsExactly("1 2026-05 ARREARS 200 RETURNED", "2 2026-06 REGULAR 300 TIER");
        long request = city.runs().confirm(MAKER, june.runNo(), "list checked");
        city.died(1, "2026-04-30");
        assertRefused(AllowanceRefusal.FACTS_CHANGED, () -> city.runs().approve(CHECKER, request));
    }

    @Test
    void aDistrictThatBeginsLaterPaysNothingThatTheOldSystemPaid() throws Exception {
        city.ask("UPDATE holder_hukou SET district = " + LUOHU.code() + " WHERE holder_id = 2");
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.pay("2026-06", FUTIAN);
        city.today("2026-07-08");
        assertThat(city.lines(city.pay("2026-07", LUOHU))).containsExactly("2 2026-07 REGULAR 300 TIER");
        assertThat(city.lines(city.pay("2026-07", FUTIAN))).containsExactly("1 2026-07 REGULAR 200 TIER");
        city.today("2026-09-08");
        assertThat(city.lines(city.list("2026-09", LUOHU)))
                .as("its own months are made up for")
                .containsExactly("2 2026-08 ARREARS 300 KNOWN_LATE", "2 2026-09 REGULAR 300 TIER");
    }

    @Test
    void f7AMoveBetweenDistrictsStopsTheOldPayerAndStartsTheNewOne() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.pay("2026-05", LUOHU);
        city.moved(1, "2026-06-15", LUOHU);
        city.today("2026-06-18");
        assertThat(city.lines(city.pay("2026-06", FUTIAN))).contains("1 2026-06 REGULAR 200 TIER");
        assertThat(city.lines(city.pay("2026-06", LUOHU))).isEmpty();
        city.today("2026-07-08");
        AllowanceRun futian = city.pay("2026-07", FUTIAN);
        AllowanceRun luohu = city.pay("2026-07", LUOHU);
        assertThat(city.lines(futian)).containsExactly("2 2026-07 REGULAR 300 TIER");
        assertThat(city.lines(luohu)).containsExactly("1 2026-07 REGULAR 200 TIER");
        assertThat(city.reads().countNotes(MAKER, futian.runNo())).containsEntry("STOPPED MOVED_DISTRICT", 1L);
        assertThat(city.reads().countNotes(MAKER, luohu.runNo())).containsEntry("NEW MOVED_DISTRICT", 1L);
        assertThat(city.balance("payer:LUOHU:ALLOWANCE")).isEqualTo("20000");
    }

    @Test
    void whoHasNoAccountIsLeftOutAndPaidLater() throws Exception {
        city.register(1, "");
        AllowanceRun may = city.pay("2026-05", FUTIAN);
        assertThat(city.lines(may)).containsExactly("2 2026-05 REGULAR 200 TIER");
        assertThat(city.reads().listNotes(MAKER, may.runNo(), Note.Kind.EXCLUDED, 0, 10))
                .containsExactly(new Note(1, Note.Kind.EXCLUDED, "NO_BANK_ACCOUNT", 0, 20_000));
        city.register(1, "6217007200001001");
        city.today("2026-06-08");
        assertThat(city.lines(city.list("2026-06", FUTIAN)))
                .contains("1 2026-05 ARREARS 200 KNOWN_LATE", "1 2026-06 REGULAR 200 TIER");
    }

    @Test
    void whoeverConfirmedCannotApproveAndTheApprovalLooksAgain() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        long taken = city.runs().confirm(MAKER, run.runNo(), "list checked");
        assertRefused(ApprovalRefusal.NOT_YOURS, () -> city.runs().withdraw(CHECKER, taken, "too early"));
        city.runs().withdraw(MAKER, taken, "too early");
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> city.runs().approve(CHECKER, taken));
        long request = city.runs().confirm(MAKER, run.runNo(), "list checked");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> city.runs().approve(MAKER, request));
        city.died(1, "2026-04-20");
        assertRefused(AllowanceRefusal.FACTS_CHANGED, () -> city.runs().approve(CHECKER, request));
        city.runs().reject(CHECKER, request, "somebody died");
        AllowanceRun again = city.runs().listAgain(MAKER, run.runNo(), "somebody died", AllowanceRuns.Listener.SILENT);
        assertThat(city.lines(again)).containsExactly("2 2026-05 REGULAR 200 TIER");
        assertThat(city.ask("SELECT string_agg(state, ' ' ORDER BY run_no) FROM allowance_run"))
                .isEqualTo("DISCARDED LISTED");
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> city.runs().approve(CHECKER, request));
    }

    @Test
    void monthsGoInOrderAndNobodyWorksForAnotherDistrict() throws Exception {
        assertRefused(AllowanceRefusal.MONTH_TOO_EARLY, () -> city.list("2026-06", FUTIAN));
        city.list("2026-05", FUTIAN);
        assertRefused(AllowanceRefusal.MONTH_TOO_LATE, () -> city.list("2026-04", FUTIAN));
        city.today("2026-06-08");
        assertRefused(AllowanceRefusal.EARLIER_RUN_OPEN, () -> city.list("2026-06", FUTIAN));
        Actor luohu = new Actor(7L, "luohu", MAKER.permissions(), new Scope(LUOHU, null), "");
        assertRefused(
                AllowanceRefusal.OTHER_DISTRICT,
                () -> city.runs().list(luohu, YearMonth.parse("2026-05"), FUTIAN, AllowanceRuns.Listener.SILENT));
        assertThat(city.reads().listRuns(luohu, 0, Optional.of(FUTIAN), 10)).isEmpty();
        assertThat(city.reads().listRuns(MAKER, 0, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void whoApprovesIsToldWhoseAccountChangedSinceTheListAndApprovesNoneUnseen() throws Exception {
        city.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 1, '2026-02-20 12:00+08', 'counter-a', 'lost card')");
        AllowanceRun run = city.list("2026-05", FUTIAN);
        long request = city.runs().confirm(MAKER, run.runNo(), "list checked");
        RunHistory history = new RunHistory(city.transactions());
        assertThat(history.tell(CHECKER, run.runNo()).accounts()).isEqualTo(AccountChanges.NONE);
        city.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason) VALUES"
                + " (2, 'PHONE', 1, now() + interval '1 hour', 'counter-a', 'x'),"
                + " (2, 'BANK_ACCOUNT', 1, now() + interval '1 hour', 'counter-a', 'x'),"
                + " (2, 'BANK_ACCOUNT', 2, now() + interval '2 hours', 'counter-b', 'x'),"
                + " (1, 'NAME', 2, now() + interval '2 hours', 'counter-b', 'x')");
        AccountChanges told = history.tell(CHECKER, run.runNo()).accounts();
        assertThat(told.people()).isEqualTo(1);
        assertThat(told.latest())
                .extracting(AccountChanges.Change::holderId, AccountChanges.Change::by)
                .containsExactly(tuple(2L, "counter-b"));
        assertThat(history.listWaiting(CHECKER))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.accounts()).isEqualTo(1));
        assertRefused(AllowanceRefusal.ACCOUNTS_CHANGED, () -> city.runs().approve(CHECKER, request));
        assertRefused(AllowanceRefusal.ACCOUNTS_CHANGED, () -> city.runs().approve(CHECKER, request, told.last() - 1));
        assertThat(city.ask("SELECT count(*) FROM allowance_payee")).isEqualTo("0");
        city.runs().approve(CHECKER, request, told.last());
        assertThat(city.ask("SELECT count(*) FROM allowance_payee")).isEqualTo("2");
    }

    @Test
    void whatIsListedIsFrozen() throws Exception {
        AllowanceRun run = city.pay("2026-05", FUTIAN);
        for (String change : List.of(
                "UPDATE allowance_line SET fen = 1",
                "DELETE FROM allowance_line",
                "UPDATE allowance_run SET payable_fen = 1",
                "UPDATE allowance_run SET state = 'LISTED'",
                "UPDATE allowance_payment SET fen = 1",
                "UPDATE allowance_result SET outcome = 'RETURNED'")) {
            assertThatExceptionOfType(SQLException.class).as(change).isThrownBy(() -> city.ask(change));
        }
        assertThat(city.reads().getRun(MAKER, run.runNo()).payableFen()).isEqualTo(40_000);
    }
}
