package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.allowance.kept.KeptAccount;
import cn.suinian.settlement.allowance.kept.KeptAccounts;
import cn.suinian.settlement.allowance.outcome.WithheldReads;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bank returned somebody's last payment: that account gets nothing more until somebody looked into it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RefusedAccountsTest {

    private static final String LAST = "ACCOUNT_REFUSED";

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
    void whoeverTheBankReturnedIsLeftOutEveryMonthAndPaidItAllOnceTheAccountChanged(Database database)
            throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN, 2);
        assertThat(city.reads().listReturned(MAKER, may.runNo(), 0, 10))
                .extracting(RunReads.Returned::holderId)
                .containsExactly(2L);
        assertThat(city.balance("payer:FUTIAN:ALLOWANCE")).isEqualTo("20000");
        city.today("2026-06-08");
        AllowanceRun june = city.pay("2026-06", FUTIAN);
        assertThat(city.lines(june)).containsExactly("1 2026-06 REGULAR 200 TIER");
        assertThat(city.reads().listNotes(MAKER, june.runNo(), Note.Kind.EXCLUDED, 0, 10))
                .containsExactly(new Note(2, Note.Kind.EXCLUDED, LAST, 20_000, 50_000));
        assertThat(city.ask("SELECT kind || ' ' || reason FROM allowance_message WHERE holder_id = 2"))
                .as("they are told")
                .isEqualTo("STOPPED " + LAST);
        city.today("2026-07-08");
        assertThat(city.lines(city.pay("2026-07", FUTIAN))).containsExactly("1 2026-07 REGULAR 200 TIER");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        city.corrected(2);
        city.today("2026-08-08");
        AllowanceRun august = city.pay("2026-08", FUTIAN);
        assertThat(city.lines(august))
                .containsExactly(
                        "1 2026-08 REGULAR 200 TIER",
                        "2 2026-05 ARREARS 200 RETURNED",
                        "2 2026-06 ARREARS 300 KNOWN_LATE",
                        "2 2026-07 ARREARS 300 KNOWN_LATE",
                        "2 2026-08 REGULAR 300 TIER");
        assertThat(city.balance("bank:FUTIAN")).isEqualTo("-190000");
        assertThat(city.balance("holders:allowance")).isEqualTo("0");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
    }

    @Test
    void twoPeopleSayThatTheAccountIsGoodAndOnlyOfThePaymentThatCameBack() throws Exception {
        city.pay("2026-05", FUTIAN, 2);
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        KeptAccounts kept = city.keptAccounts();
        assertThat(kept.list(CHECKER, june.runNo()))
                .extracting(KeptAccount::holderId, KeptAccount::waitingFen, KeptAccount::waits)
                .containsExactly(tuple(2L, 50_000L, false));
        assertRefused(AllowanceRefusal.ACCOUNT_NOT_REFUSED, () -> kept.ask(MAKER, june.runNo(), 1, "asked the bank"));
        long request = kept.ask(MAKER, june.runNo(), 2, "asked the bank");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> kept.approve(MAKER, request));
        AllowanceRun early = again(june);
        assertThat(city.lines(early)).as("one is not enough").containsExactly("1 2026-06 REGULAR 200 TIER");
        kept.approve(CHECKER, request);
        AllowanceRun paid = again(early);
        assertThat(city.lines(paid))
                .containsExactly(
                        "1 2026-06 REGULAR 200 TIER", "2 2026-05 ARREARS 200 RETURNED", "2 2026-06 REGULAR 300 TIER");
        city.pay("2026-06", FUTIAN, 2);
        city.today("2026-07-08");
        AllowanceRun july = city.list("2026-07", FUTIAN);
        assertThat(city.lines(july)).as("it came back again").containsExactly("1 2026-07 REGULAR 200 TIER");
        assertThat(kept.find(MAKER, july.runNo(), 2).orElseThrow().waitingFen()).isEqualTo(80_000);
    }

    @Test
    void whatIsSettledMeanwhileIsNotApprovedAndCanStillBeRejected() throws Exception {
        city.pay("2026-05", FUTIAN, 2);
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        KeptAccounts kept = city.keptAccounts();
        long request = kept.ask(MAKER, june.runNo(), 2, "asked the bank");
        city.corrected(2);
        assertThat(kept.listWaiting(CHECKER))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.stands()).isFalse());
        assertRefused(AllowanceRefusal.ACCOUNT_NOT_REFUSED, () -> kept.approve(CHECKER, request));
        kept.reject(CHECKER, request, "a new account was brought");
        assertThat(kept.listWaiting(CHECKER)).isEmpty();
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE act LIKE '%KEPT%'"))
                .isEqualTo("ALLOWANCE_ACCOUNT_KEPT_ASKED ALLOWANCE_ACCOUNT_KEPT_REJECTED");
    }

    @Test
    void aReturnThatBecomesKnownAfterTheListStopsTheSecondSignature() throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        assertThat(june.holders()).isEqualTo(2);
        long request = city.runs().confirm(MAKER, june.runNo(), "list checked");
        answer(may, "RETURNED");
        assertThat(withheld(june)).containsExactly(2L);
        assertRefused(AllowanceRefusal.FACTS_CHANGED, () -> city.runs().approve(CHECKER, request));
    }

    @Test
    void aReturnThatBecomesKnownAfterTheSignatureIsNotSentAndComesWithTheListAfter(Database database) throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        city.runs().approve(CHECKER, city.runs().confirm(MAKER, june.runNo(), "list checked"));
        answer(may, "RETURNED");
        city.runs().reconcile(MAKER, may.runNo());
        city.corrected(2); // the run has the account of the signature, which is the one that the bank refused
        assertThat(withheld(june)).containsExactly(2L);
        city.runs().order(MAKER, june.runNo());
        assertThat(city.ask("SELECT p.holder_id || ' ' || r.code FROM allowance_payment p"
                        + " JOIN allowance_result r USING (payment_no) WHERE p.run_no = " + june.runNo()))
                .isEqualTo("2 " + LAST);
        answer(june, "PAID");
        city.runs().reconcile(MAKER, june.runNo());
        city.today("2026-07-08");
        assertThat(city.lines(city.pay("2026-07", FUTIAN)))
                .contains("2 2026-05 ARREARS 200 RETURNED", "2 2026-06 ARREARS 300 RETURNED");
        assertThat(city.balance("holders:allowance")).isEqualTo("0");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
    }

    @Test
    void whoMovedIsAskedAboutAndDecidedByTheDistrictThatLeavesThemOutNow() throws Exception {
        city.pay("2026-05", FUTIAN, 2);
        city.today("2026-06-08");
        AllowanceRun june = city.pay("2026-06", FUTIAN);
        long request = city.keptAccounts().ask(MAKER, june.runNo(), 2, "asked the bank");
        city.moved(2, "2026-06-20", LUOHU);
        city.today("2026-07-08");
        AllowanceRun luohu = city.list("2026-07", LUOHU);
        Actor ofFutian = new Actor(2L, "test-checker", CHECKER.permissions(), new Scope(FUTIAN, null), "");
        Actor ofLuohu = new Actor(2L, "test-checker", CHECKER.permissions(), new Scope(LUOHU, null), "");
        KeptAccounts kept = city.keptAccounts();
        assertThat(kept.list(MAKER, june.runNo())).isEmpty();
        assertThat(kept.listWaiting(ofFutian)).isEmpty();
        assertRefused(AllowanceRefusal.OTHER_DISTRICT, () -> kept.approve(ofFutian, request));
        assertThat(kept.listWaiting(ofLuohu))
                .extracting(
                        waiting -> waiting.account().runNo(),
                        waiting -> waiting.account().waitingFen())
                .containsExactly(tuple(
                        luohu.runNo(), kept.list(MAKER, luohu.runNo()).get(0).waitingFen()));
        kept.approve(ofLuohu, request);
    }

    @Test
    void aCorrectedNameCountsWhereTheBankSaysThatTheNameIsWrong() throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.ask("INSERT INTO allowance_result (payment_no, outcome, code, actor) SELECT payment_no, 'RETURNED',"
                + " CASE holder_id WHEN 1 THEN 'BE01' ELSE 'AC04' END, 'a test'"
                + " FROM allowance_payment WHERE run_no = " + may.runNo());
        city.runs().reconcile(MAKER, may.runNo());
        city.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " SELECT n, 'NAME', 2, clock_timestamp(), 'counter-a', 'by the document'"
                + " FROM generate_series(1, 2) n");
        city.today("2026-06-08");
        assertThat(city.lines(city.list("2026-06", FUTIAN)))
                .containsExactly("1 2026-05 ARREARS 200 RETURNED", "1 2026-06 REGULAR 200 TIER");
    }

    @Test
    void whatLiesWithThePayerLeavesNobodyOut() throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.ask("INSERT INTO allowance_result (payment_no, outcome, code, actor) SELECT payment_no, 'RETURNED',"
                + " CASE holder_id WHEN 1 THEN 'AM04' ELSE 'DUPL' END, 'a test'"
                + " FROM allowance_payment WHERE run_no = " + may.runNo());
        city.runs().reconcile(MAKER, may.runNo());
        city.today("2026-06-08");
        assertThat(city.lines(city.list("2026-06", FUTIAN)))
                .as("the account had too little money; the other may have been paid already")
                .containsExactly("1 2026-05 ARREARS 200 RETURNED", "1 2026-06 REGULAR 200 TIER");
    }

    private AllowanceRun again(AllowanceRun run) throws SQLException {
        return city.runs().listAgain(MAKER, run.runNo(), "what is known now", AllowanceRuns.Listener.SILENT);
    }

    private List<Long> withheld(AllowanceRun run) throws SQLException {
        return new WithheldReads(city.transactions()).tell(MAKER, run.runNo()).holders();
    }

    /** The bank's word: the first is paid, the second as said. */
    private void answer(AllowanceRun run, String second) throws SQLException {
        city.ask("INSERT INTO allowance_result (payment_no, outcome, actor) SELECT payment_no,"
                + " CASE WHEN holder_id = 2 THEN '" + second + "' ELSE 'PAID' END, 'a test'"
                + " FROM allowance_payment WHERE NOT withheld AND run_no = " + run.runNo());
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
