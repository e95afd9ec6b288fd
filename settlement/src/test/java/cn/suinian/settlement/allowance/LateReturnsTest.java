package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.allowance.ResultCheck.Bad;
import cn.suinian.settlement.allowance.ResultCheck.Wrong;
import cn.suinian.settlement.allowance.late.LateReturns;
import cn.suinian.settlement.allowance.outcome.ClaimReads;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank said that it had paid, and days later that the money is back. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class LateReturnsTest {
    private static final Actor THIRD = DayMoves.person(3, "test-third");
    private static final Clock MAY_20 = Clock.fixed(Instant.parse("2026-05-20T04:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate MAY_18 = LocalDate.parse("2026-05-18");
    private static final String BOOKED = "SELECT string_agg(kind || ' ' || amount_fen, ', ' ORDER BY transfer_id)"
            + " FROM journal_transfer WHERE reference LIKE 'allowance-late:%'";

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
    void whatCameBackAfterTheRunWasSettledIsBookedOnceAndPaidWithTheNextList(Database database) throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN);
        assertRefused(AllowanceRefusal.RETURNED_AFTER_PAID, () -> take(may, "2,200.00,PAID\n1,200.00,RETURNED,R01\n"));
        long request = ask(may, 1);
        assertThat(late().listWaiting(CHECKER)).singleElement().satisfies(waiting -> {
            assertThat(waiting.payment().holderId()).isEqualTo(1);
            assertThat(waiting.returnedOn()).isEqualTo(MAY_18);
        });
        late().approve(CHECKER, request);
        assertThat(city.ask(BOOKED)).isEqualTo("ALLOWANCE_RETURN 20000, ALLOWANCE_RECOVERY 20000");
        assertThat(city.ask("SELECT r.outcome || ' ' || r.code || ' ' || r.actor || ' ' || d.returned_on"
                        + " FROM allowance_result r JOIN allowance_late_return d ON d.request_no = r.late_request"))
                .as("what came first is kept")
                .isEqualTo("RETURNED R01 a test 2026-05-18");
        assertThat(city.reads().listReturned(MAKER, may.runNo(), 0, 10))
                .containsExactly(new RunReads.Returned(1, 1, 20_000, "R01", false, MAY_18));
        take(may, "1,200.00,RETURNED,R01\n2,200.00,PAID\n");
        take(may, "1,200.00,PAID\n2,200.00,PAID\n");
        assertThat(check(may, "1,200.00,PAID\n1,200.00,RETURNED\n").wrong()).isZero();
        city.today("2026-06-08");
        city.corrected(1);
        AllowanceRun june = city.list("2026-06", FUTIAN);
        assertThat(city.lines(june))
                .containsExactly(
                        "1 2026-05 ARREARS 200 RETURNED", "1 2026-06 REGULAR 200 TIER", "2 2026-06 REGULAR 300 TIER");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
    }

    @Test
    void ofARunThatIsNotSettledYetItIsBookedOnceToo(Database database) throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        take(may, "1,200.00,PAID\n2,200.00,RETURNED,R02\n");
        long request = late().ask(THIRD, may.runNo(), 1, MAY_18, "R01", "account closed, letter of the bank");
        assertRefused(AllowanceRefusal.TOOK_THE_RESULT, () -> late().approve(MAKER, request));
        late().approve(CHECKER, request);
        city.runs().reconcile(CHECKER, may.runNo());
        assertThat(city.ask("SELECT string_agg(amount_fen || ' ' || reference, ', ' ORDER BY transfer_id)"
                        + " FROM journal_transfer WHERE kind = 'ALLOWANCE_RETURN'"))
                .isEqualTo("20000 allowance-late:1, 20000 allowance:2026-05:FUTIAN:returned");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        city.today("2026-06-08");
        city.corrected(1);
        assertThat(city.lines(city.list("2026-06", FUTIAN))).contains("1 2026-05 ARREARS 200 RETURNED");
    }

    @Test
    void whoeverTookInThatAllWasPaidMaySettleTheRunAndNothingIsNamed(Database database) throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        take(may, "1,200.00,PAID\n2,200.00,PAID\n");
        late().approve(CHECKER, ask(may, 1));
        assertThat(city.runs().reconcile(MAKER, may.runNo())).isTrue();
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
    }

    @Test
    void whatIsNotPaidOrNotOfTheRunOrOfAnotherDayIsNotRecorded() throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        assertRefused(AllowanceRefusal.NOT_PAID, () -> ask(may, 1));
        take(may, "1,200.00,PAID\n2,200.00,RETURNED,R02\n");
        assertThat(check(may, "1,200.00,RETURNED\n2,200.00,PAID\n").bad())
                .containsExactly(
                        new Bad(1, 1, Wrong.RETURNED_AFTER_PAID, "PAID"),
                        new Bad(2, 2, Wrong.OTHER_OUTCOME, "RETURNED"));
        assertRefused(AllowanceRefusal.RETURNED_ALREADY, () -> ask(may, 2));
        assertRefused(AllowanceRefusal.NO_SUCH_PAYMENT, () -> ask(may, 3));
        assertRefused(
                AllowanceRefusal.NO_SUCH_PAYMENT,
                () -> late().ask(MAKER, may.runNo() + 1, 1, MAY_18, "R01", "account closed"));
        for (String day : List.of("2026-04-30", "2026-05-21")) {
            assertRefused(
                    AllowanceRefusal.RETURN_DAY_WRONG,
                    () -> late().ask(MAKER, may.runNo(), 1, LocalDate.parse(day), "R01", "account closed"));
        }
        assertRefused(
                AllowanceRefusal.CODE_INVALID,
                () -> late().ask(MAKER, may.runNo(), 1, MAY_18, "R 01", "account closed"));
        long request = ask(may, 1);
        assertRefused(ApprovalRefusal.ALREADY_ASKED, () -> ask(may, 1));
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> late().approve(MAKER, request));
        late().reject(CHECKER, request, "the bank has it");
        assertThat(city.ask("SELECT outcome FROM allowance_result WHERE payment_no = 1"))
                .isEqualTo("PAID");
        late().approve(CHECKER, ask(may, 1));
        assertRefused(AllowanceRefusal.RETURNED_ALREADY, () -> ask(may, 1));
    }

    @Test
    void whatTheFamilyHadGivenBackIsOwedToTheFamilyFromThere(Database database) throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        YearMonth month = YearMonth.parse("2026-05");
        city.runs().approveCollected(CHECKER, city.runs().askCollected(MAKER, june.runNo(), 1, month, "it is there"));
        long request = ask(may, 1);
        assertThat(city.refunds().list(MAKER, FUTIAN, 0, 10)).isEmpty();
        late().approve(CHECKER, request);
        assertThat(city.refunds().list(MAKER, FUTIAN, 0, 10)).singleElement().satisfies(owed -> {
            assertThat(owed.fen()).isEqualTo(20_000);
            assertThat(owed.returnedOn()).isEqualTo(MAY_18);
            assertThat(owed.returnedAt()).isEqualTo(MAY_20.instant());
        });
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
    }

    @Test
    void aClaimOfWhatTheBankReturnedIsNotCollectedAndTheNextListWithdrawsIt() throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        ClaimReads claims = new ClaimReads(city.transactions());
        YearMonth month = YearMonth.parse("2026-05");
        RunReads.Claim claim = new RunReads.Claim(june.runNo(), 1, month, 20_000, "DECEASED");
        assertThat(claims.countOpen(MAKER)).containsEntry(FUTIAN, new ClaimReads.Open(1, 20_000));
        assertThat(claims.returnedOn(MAKER, FUTIAN, 1, 1)).isEmpty();
        long asked = city.runs().askCollected(MAKER, june.runNo(), 1, month, "it is there");
        late().approve(CHECKER, ask(may, 1));
        assertThat(claims.countOpen(MAKER)).isEmpty();
        assertThat(claims.returnedOn(MAKER, FUTIAN, 0, Long.MAX_VALUE)).isEqualTo(Map.of(claim, MAY_18));
        assertRefused(
                AllowanceRefusal.CLAIM_RETURNED,
                () -> city.runs().askCollected(MAKER, june.runNo(), 1, month, "it is there"));
        assertRefused(AllowanceRefusal.CLAIM_RETURNED, () -> city.runs().approveCollected(CHECKER, asked));
        assertThat(new HolderLooks(city.transactions(), new AuditLog(MAY_20))
                        .look(MAKER, june.runNo(), 1)
                        .here())
                .extracting(HolderLooks.Listed::fate)
                .containsExactly(HolderLooks.Fate.RETURNED_BY_BANK);
        assertRefused(
                AllowanceRefusal.NO_SUCH_CLAIM,
                () -> city.runs().askCollected(MAKER, june.runNo(), 2, month, "it is there"));
    }

    @Test
    void twoNodesBookItOnce(Database database) throws Exception {
        long request = ask(city.pay("2026-05", FUTIAN), 1);
        CyclicBarrier start = new CyclicBarrier(2);
        try (Transactions node = Transactions.over(database, 1);
                Transactions other = Transactions.over(database, 1)) {
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(() -> approve(node, CHECKER, request, start));
            CompletableFuture<String> second =
                    CompletableFuture.supplyAsync(() -> approve(other, THIRD, request, start));
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("booked", "ALREADY_DECIDED");
        }
        assertThat(city.ask(BOOKED)).isEqualTo("ALLOWANCE_RETURN 20000, ALLOWANCE_RECOVERY 20000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE approval_request SET outcome = 'REJECTED' WHERE kind = 'ALLOWANCE_LATE_RETURN'",
                "UPDATE allowance_result SET staff_id = 2 WHERE payment_no = 1",
                "UPDATE allowance_result SET outcome = 'PAID', late_request = NULL, late_at = NULL",
                "DELETE FROM allowance_late_return"
            })
    @Breaks({
        "a payment that came back after it was paid is signed by two, and both did what they signed",
        "the journal takes back what runs claim, the bank returned and was collected"
    })
    void oneThatNobodySignedIsNamed(String tampering, Database database) throws Exception {
        late().approve(CHECKER, ask(city.pay("2026-05", FUTIAN), 1));
        city.ask("SET session_replication_role = replica; " + tampering);
        assertThat(AllowanceChecksTest.broken(database))
                .anyMatch(broken -> broken.startsWith("a payment that came back after it was paid"));
    }

    private LateReturns late() {
        return new LateReturns(city.transactions(), new AuditLog(MAY_20), MAY_20);
    }

    private long ask(AllowanceRun run, long paymentNo) throws SQLException {
        return late().ask(MAKER, run.runNo(), paymentNo, MAY_18, "R01", "account closed, letter of the bank");
    }

    private static String approve(Transactions node, Actor actor, long request, CyclicBarrier start) {
        try {
            start.await();
            new LateReturns(node, new AuditLog(MAY_20), MAY_20).approve(actor, request);
            return "booked";
        } catch (RefusedException refused) {
            return refused.refusal().toString();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ResultCheck.Report check(AllowanceRun run, String lines) throws SQLException {
        return new ResultCheck(city.transactions()).check(MAKER, run.runNo(), PayFile.Encoding.UTF_8, file(lines));
    }

    private void take(AllowanceRun run, String lines) throws SQLException {
        city.results().take(MAKER, run.runNo(), PayFile.Encoding.UTF_8, file(lines));
    }

    private static ByteArrayInputStream file(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
