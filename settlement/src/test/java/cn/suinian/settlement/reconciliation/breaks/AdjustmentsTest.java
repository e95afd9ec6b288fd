package cn.suinian.settlement.reconciliation.breaks;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.BOTH;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.OTHER_CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.TapRow;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.recovery.Recoveries;
import cn.suinian.settlement.lens.recovery.RecoveryLine;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AdjustmentsTest extends DayOfBreaks {

    @Test
    void moneyMovesOnceTwoPeopleSigned() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        long request = stand.adjustments.ask(CLERK, ActOn.of(over, "the till was right"), 50);
        assertThat(stand.again(over).status()).isEqualTo(BreakStatus.ASKED);
        assertThat(stand.adjustments.listOpen(CHIEF, 10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.stillSo()).isTrue();
            assertThat(waiting.fen()).isEqualTo(50);
        });
        assertThat(stand.adjustments.approve(CHIEF, request).status()).isEqualTo(BreakStatus.ADJUSTED);
        assertThat(journal()).isEqualTo("payer:CITY:TRANSIT > vendor:METRO-1:payable 50 break:" + over.breakNo());
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> stand.adjustments.approve(CHIEF, request));
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> stand.adjustments.approve(OTHER_CHIEF, request));
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertThat(acts(over)).containsExactly("OPENED", "ADJUST_ASKED", "ADJUSTED");
    }

    /** The first of them has a number of its own, the second those of the signed one and another vendor. */
    @ParameterizedTest
    @CsvSource({
        "brk:1, METRO-1, every adjustment in the journal is one that two people signed",
        "%s, CANTEEN-A, 'every signed adjustment is in the journal once, the right way round'"
    })
    @Breaks({
        "every adjustment in the journal is one that two people signed",
        "every signed adjustment is in the journal once, the right way round"
    })
    void anAdjustmentThatNobodySignedIsNamed(String reference, String vendor, String sentence) throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        approve(over, 50);
        assertThat(broken()).isEmpty();
        city.ask("""
                INSERT INTO ledger_account (name, kind, vendor_id) VALUES ('vendor:CANTEEN-A:payable', 'VENDOR', 2);
                INSERT INTO journal_transfer (
                    day, kind, debit_account, credit_account, amount_fen, reference, request_no)
                SELECT j.day, j.kind, j.debit_account, v.account_id, 50, '%s', j.request_no
                FROM journal_transfer j, ledger_account v
                WHERE j.kind = 'ADJUSTMENT' AND v.name = 'vendor:%s:payable'
                """.formatted(reference.formatted("break:" + over.breakNo()), vendor));
        assertThat(broken()).contains(sentence);
    }

    private List<String> broken() throws Exception {
        return Verification.run(city.database().dataSource(), Verification.allChecks(), Verification.Listener.SILENT)
                .stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }

    @Test
    void whatTheVendorClaimsLessIsTakenBack() throws Exception {
        Break under = one(BreakKind.AMOUNT_UNDER);
        long request = stand.adjustments.ask(CLERK, ActOn.of(under, "a discount"), -40);
        stand.adjustments.approve(CHIEF, request);
        assertThat(journal()).isEqualTo("vendor:METRO-1:payable > payer:CITY:TRANSIT 40 break:" + under.breakNo());
    }

    @Test
    void whatWeDeclinedAndIsOwedAllTheSameIsPaidByWhoWouldHavePaid() throws Exception {
        city.tap(new TapRow(DAY_2, METRO, 3, 1, 600, 0, 0, 0, null, 7)); // has number 4
        city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        stand.take(
                METRO,
                new StatementText(METRO, DAY_2)
                        .add(Row.of(DAY_2, METRO, 4, 3, 1, 600, 600))
                        .csv());
        stand.run(METRO, DAY_2);
        Break declined = one(BreakKind.DECLINED_HERE);
        assertThat(declined.payer()).contains(Payer.CITY);
        approve(declined, 600);
        assertThat(journal()).isEqualTo("payer:CITY:TRANSIT > vendor:METRO-1:payable 600 break:" + declined.breakNo());
    }

    @Test
    void aTapGivesItsMoneyBackOnceForItsBreakAndItsFlagTogether() throws Exception {
        Clock later = Clock.fixed(DAY_2.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        ItemRef flag = ItemRef.flag(Long.parseLong(city.ask("""
                INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,
                                       evidence)
                SELECT 'IMPOSSIBLE_TRAVEL', 40, settle_date, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,
                       '{}'
                FROM tap WHERE terminal_seq = 3 RETURNING flag_id""")));
        new Items(stand.transactions, new AuditLog(later), later)
                .answer(CLERK, List.of(new Items.Seen(flag, 0)), Verdict.CONFIRMED, "never there");
        Recoveries recoveries = new Recoveries(stand.transactions, new AuditLog(later), later);
        List<RecoveryLine> lines = List.of(new RecoveryLine(Payer.CITY, Service.TRANSIT, 30));
        recoveries.approve(CHIEF, recoveries.ask(CLERK, flag, lines, "never there"));
        Break under = one(BreakKind.AMOUNT_UNDER);
        assertRefused(BreakRefusal.RECOVERED, () -> stand.adjustments.ask(CLERK, ActOn.of(under, "x"), -11));
        stand.adjustments.approve(CHIEF, stand.adjustments.ask(CLERK, ActOn.of(under, "a discount"), -10));
        assertThat(recoveries.limits(CLERK, flag)).extracting(RecoveryLine::fen).containsExactly(460L);
    }

    @Test
    void whatWasPaidForATapThatArrivesAfterAllIsTakenBack() throws Exception {
        Break unknown = one(BreakKind.MISSING_HERE);
        approve(unknown, 700);
        city.tap(ride(DAY_1, METRO, 4, 700)); // it was on a broken reader, and is cleared with day 2
        stand.run(METRO, DAY_1);
        Break again = stand.again(unknown);
        assertThat(again.status()).isEqualTo(BreakStatus.OPEN);
        assertThat(again.money().difference()).isEqualTo(-700);
        approve(again, -700);
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertThat(stand.again(unknown).status()).isEqualTo(BreakStatus.ADJUSTED);
        assertThat(city.ask("SELECT string_agg(reference, ' ' ORDER BY transfer_id) FROM journal_transfer"
                        + " WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("break:%d break:%d/2".formatted(again.breakNo(), again.breakNo()));
    }

    @Test
    void whatAnAdjustmentLeavesIsOpenUntilSomebodySaysWhatBecomesOfIt() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        approve(over, 20);
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        Break rest = stand.again(over);
        assertThat(rest.status()).isEqualTo(BreakStatus.OPEN);
        assertThat(rest.money().riskFen()).isEqualTo(30);
        assertRefused(BreakRefusal.ADJUSTMENT_TOO_LARGE, () -> stand.adjustments.ask(CLERK, ActOn.of(rest, "r"), 31));
        approve(rest, 10);
        stand.desk.accept(CLERK, ActOn.of(stand.again(over), "agreed by telephone"));
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertThat(stand.again(over).status()).isEqualTo(BreakStatus.ACCEPTED);
    }

    @Test
    void whatWasAdjustedInPartIsNotLinked() throws Exception {
        Break unknown = one(BreakKind.MISSING_HERE);
        Break tap = overdue();
        approve(unknown, 300);
        assertRefused(
                BreakRefusal.ADJUSTED_IN_PART,
                () -> stand.desk.link(CLERK, ActOn.of(stand.again(unknown), "misread"), ActOn.of(tap, "")));
    }

    @Test
    void whatWasAdjustedInPartIsTakenBackWithItsStatement() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        approve(over, 20);
        stand.statements.withdraw(CLERK, 1, "they send another");
        stand.run(METRO, DAY_1);
        assertThat(stand.again(over).money().difference()).isEqualTo(-20);
        assertThat(stand.open()).extracting(Break::breakNo).containsExactly(over.breakNo());
    }

    @Test
    void nobodyApprovesTheirOwnNotEvenWithTwoRoles() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        long request = stand.adjustments.ask(BOTH, ActOn.of(over, "mine"), 50);
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> stand.adjustments.approve(BOTH, request));
        Actor underAnotherName = new Actor(4L, "renamed", EnumSet.allOf(Permission.class), BOTH.scope(), "");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> stand.adjustments.approve(underAnotherName, request));
        assertRefused(BreakRefusal.NOT_ALLOWED, () -> stand.adjustments.approve(CLERK, request));
        assertRefused(ApprovalRefusal.NOT_A_PERSON, () -> stand.adjustments.approve(Actor.house("job"), request));
        assertRefused(
                BreakRefusal.NOT_OPEN, () -> stand.adjustments.ask(CLERK, ActOn.of(stand.again(over), "again"), 50));
        assertThat(city.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("0");
        assertThatExceptionOfType(java.sql.SQLException.class)
                .isThrownBy(() -> city.ask("UPDATE break_adjustment SET reference = 'break:1', posted_by = asked_by,"
                        + " posted_at = now()"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void ofTwoWhoApproveAtOnceOnePosts() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        long request = stand.adjustments.ask(CLERK, ActOn.of(over, "the till was right"), 50);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both =
                    List.of(() -> approves(CHIEF, request), () -> approves(OTHER_CHIEF, request));
            int posted = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                posted += each.get() ? 1 : 0;
            }
            assertThat(posted).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoeverApprovesSeesTheStateOfThatMoment() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        long request = stand.adjustments.ask(CLERK, ActOn.of(over, "the till was right"), 50);
        stand.statements.withdraw(CLERK, 1, "they send another");
        stand.run(METRO, DAY_1);
        assertRefused(BreakRefusal.STATE_MOVED, () -> stand.adjustments.approve(CHIEF, request));
        assertThat(stand.adjustments.listOpen(CHIEF, 10))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.stillSo()).isFalse());
        assertThat(stand.adjustments.decline(CHIEF, request, "it is gone").status())
                .isEqualTo(BreakStatus.HEALED);
        assertThat(city.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("0");
    }

    @Test
    void whatIsApprovedIsComparedFirst() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        Break unknown = one(BreakKind.MISSING_HERE);
        long withdrawn = stand.adjustments.ask(CLERK, ActOn.of(over, "the till was right"), 50);
        long arrived = stand.adjustments.ask(CLERK, ActOn.of(unknown, "receipt"), 700);
        city.tap(ride(DAY_1, METRO, 4, 700));
        city.close(DAY_2); // pays it
        assertRefused(BreakRefusal.STATE_MOVED, () -> stand.adjustments.approve(CHIEF, arrived));
        assertThat(stand.again(unknown).status()).isEqualTo(BreakStatus.HEALED);
        assertThat(stand.again(over).status()).isEqualTo(BreakStatus.ASKED);
        stand.statements.withdraw(CLERK, 1, "they send another");
        assertRefused(BreakRefusal.STATE_MOVED, () -> stand.adjustments.approve(CHIEF, withdrawn));
        assertThat(stand.again(over).status()).isEqualTo(BreakStatus.HEALED);
        assertThat(city.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("0");
    }

    @Test
    void whileAStatementIsTakenInTheVendorsAdjustmentsWait() throws Exception {
        long request = stand.adjustments.ask(CLERK, ActOn.of(one(BreakKind.AMOUNT_OVER), "the till was right"), 50);
        try (Connection taking = city.database().dataSource().getConnection();
                Statement statement = taking.createStatement()) {
            taking.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(7310, " + METRO + ")");
            assertRefused(BreakRefusal.VENDOR_BUSY, () -> stand.adjustments.approve(CHIEF, request));
        }
        assertThat(stand.adjustments.approve(CHIEF, request).status()).isEqualTo(BreakStatus.ADJUSTED);
    }

    @Test
    void aDeclinedRequestLeavesTheBreakOpenAndCanBeAskedAgain() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        long request = stand.adjustments.ask(CLERK, ActOn.of(over, "the till was right"), 50);
        Break declined = stand.adjustments.decline(CHIEF, request, "show me the receipt");
        assertThat(declined.status()).isEqualTo(BreakStatus.OPEN);
        long taken = stand.adjustments.ask(CLERK, ActOn.of(declined, "the till was right"), 50);
        assertRefused(ApprovalRefusal.NOT_YOURS, () -> stand.adjustments.withdraw(CHIEF, taken, "mine"));
        Break open = stand.adjustments.withdraw(CLERK, taken, "it was 20");
        assertThat(open.status()).isEqualTo(BreakStatus.OPEN);
        assertThat(stand.adjustments.ask(CLERK, ActOn.of(open, "receipt 12"), 20))
                .isGreaterThan(request);
    }

    @Test
    void anAdjustmentIsWithinTheDifference() throws Exception {
        Break over = one(BreakKind.AMOUNT_OVER);
        assertRefused(BreakRefusal.ADJUSTMENT_TOO_LARGE, () -> stand.adjustments.ask(CLERK, ActOn.of(over, "r"), 51));
        assertRefused(BreakRefusal.ADJUSTMENT_TOO_LARGE, () -> stand.adjustments.ask(CLERK, ActOn.of(over, "r"), -5));
        assertRefused(BreakRefusal.ADJUSTMENT_TOO_LARGE, () -> stand.adjustments.ask(CLERK, ActOn.of(over, "r"), 0));
    }

    @Test
    void whatWasAdjustedForTwoThatWereLinkedStaysSoOnLaterDays() throws Exception {
        Break tap = overdue();
        stand.desk.link(CLERK, ActOn.of(one(BreakKind.MISSING_HERE), "the card was misread"), ActOn.of(tap, ""));
        stand.run(METRO, DAY_1);
        Break group = one(BreakKind.PARTIALLY_MATCHED);
        approve(group, 300);
        city.close(DAY_2);
        stand.today(DAY_1.plusDays(4));
        assertThat(stand.recheck.runDue(CLERK)).isEqualTo(1);
        assertThat(stand.again(group).status()).isEqualTo(BreakStatus.ADJUSTED);
    }

    private boolean approves(Actor actor, long request) throws Exception {
        try {
            stand.adjustments.approve(actor, request);
            return true;
        } catch (RefusedException second) {
            return false;
        }
    }

    private String journal() throws Exception {
        return city.ask("SELECT d.name || ' > ' || c.name || ' ' || amount_fen || ' ' || reference"
                + " FROM journal_transfer j JOIN ledger_account d ON d.account_id = debit_account"
                + " JOIN ledger_account c ON c.account_id = credit_account WHERE j.kind = 'ADJUSTMENT'");
    }
}
