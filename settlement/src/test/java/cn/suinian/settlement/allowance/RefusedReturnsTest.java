package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static cn.suinian.settlement.allowance.AllowanceCity.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.allowance.kept.KeptReturn;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import java.sql.SQLException;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bank returned many payments of one run with one code, or with none: two people settle all of them at once. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RefusedReturnsTest {

    private static final String NO_CODE = "";

    private AllowanceCity city;
    private KeptReturns kept;

    @BeforeEach
    void open(Database database) throws Exception {
        city = AllowanceCity.ofTwo(database);
        kept = city.keptReturns();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aWholeRunThatCameBackWithoutACodeIsPaidOnceTwoPeopleSayThatTheAccountsAreGood(Database database)
            throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN, 1, 2);
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        assertThat(city.lines(june)).isEmpty();
        assertThat(kept.get(MAKER, may.runNo(), NO_CODE))
                .isEqualTo(new KeptReturn(may.runNo(), YearMonth.parse("2026-05"), FUTIAN, NO_CODE, 2, 90_000));
        long request = kept.ask(MAKER, may.runNo(), NO_CODE, "asked the bank");
        assertRefused(
                ApprovalRefusal.ALREADY_ASKED, () -> kept.ask(CHECKER, may.runNo(), NO_CODE, "asked the bank too"));
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> kept.approve(MAKER, request));
        AllowanceRun early = again(june);
        assertThat(city.lines(early)).as("one is not enough").isEmpty();
        kept.approve(CHECKER, request);
        assertThat(city.lines(again(early)))
                .containsExactly(
                        "1 2026-05 ARREARS 200 RETURNED",
                        "1 2026-06 REGULAR 200 TIER",
                        "2 2026-05 ARREARS 200 RETURNED",
                        "2 2026-06 REGULAR 300 TIER");
        AllowanceRun paid = city.pay("2026-06", FUTIAN, 1, 2);
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        city.today("2026-07-08");
        assertThat(city.lines(city.list("2026-07", FUTIAN)))
                .as("what two people said holds for what came back, and not for the next")
                .isEmpty();
        assertThat(kept.get(MAKER, paid.runNo(), NO_CODE).fen()).isEqualTo(140_000);
        assertRefused(AllowanceRefusal.ACCOUNT_NOT_REFUSED, () -> kept.get(MAKER, may.runNo(), NO_CODE));
    }

    @Test
    void whatComesBackAfterItWasAskedOrWithAnotherCodeIsNotMeant() throws Exception {
        city.person(3, "1950-04-01", "2026-05-02");
        city.person(4, "1950-05-01", "2026-05-02");
        AllowanceRun may = city.order("2026-05", FUTIAN);
        returned(may, "1, 2", NO_CODE);
        returned(may, "4", "AC04");
        long request = kept.ask(MAKER, may.runNo(), NO_CODE, "asked the bank");
        returned(may, "3", NO_CODE);
        city.runs().reconcile(MAKER, may.runNo());
        assertThat(kept.findWaiting(CHECKER, may.runNo()).orElseThrow().returned())
                .as("what came back, since no list left anybody out yet")
                .isEqualTo(new KeptReturn(may.runNo(), may.month(), FUTIAN, NO_CODE, 2, 40_000));
        assertRefused(AllowanceRefusal.ACCOUNT_NOT_REFUSED, () -> kept.ask(MAKER, may.runNo(), "AC04", "one only"));
        kept.approve(CHECKER, request);
        city.today("2026-06-08");
        assertThat(city.lines(city.list("2026-06", FUTIAN)))
                .extracting(line -> line.substring(0, 1))
                .containsExactly("1", "1", "2", "2");
    }

    @Test
    void whatIsSettledMeanwhileIsNotApprovedAndCanStillBeRejected() throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN, 1, 2);
        city.today("2026-06-08");
        long withdrawn = kept.ask(MAKER, may.runNo(), NO_CODE, "asked the bank");
        assertRefused(ApprovalRefusal.NOT_YOURS, () -> kept.withdraw(CHECKER, withdrawn, "not mine"));
        kept.withdraw(MAKER, withdrawn, "asked the wrong bank");
        long request = kept.ask(MAKER, may.runNo(), NO_CODE, "asked the bank");
        city.corrected(1);
        assertThat(waiting().returned().people()).isEqualTo(1);
        city.corrected(2);
        assertThat(waiting().stands()).isFalse();
        assertRefused(AllowanceRefusal.ACCOUNT_NOT_REFUSED, () -> kept.approve(CHECKER, request));
        kept.reject(CHECKER, request, "all brought a new account");
        assertThat(kept.listWaiting(CHECKER)).isEmpty();
        assertThat(city.ask("SELECT string_agg(act || ' ' || subject_kind, ', ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE act LIKE '%KEPT%'"))
                .isEqualTo("ALLOWANCE_RETURNS_KEPT_ASKED ALLOWANCE_RUN, ALLOWANCE_RETURNS_KEPT_WITHDRAWN ALLOWANCE_RUN,"
                        + " ALLOWANCE_RETURNS_KEPT_ASKED ALLOWANCE_RUN, ALLOWANCE_RETURNS_KEPT_REJECTED ALLOWANCE_RUN");
    }

    private KeptReturns.Waiting waiting() throws SQLException {
        return kept.listWaiting(CHECKER).get(0);
    }

    private AllowanceRun again(AllowanceRun run) throws SQLException {
        return city.runs().listAgain(MAKER, run.runNo(), "what is known now", AllowanceRuns.Listener.SILENT);
    }

    private void returned(AllowanceRun run, String holders, String code) throws SQLException {
        city.ask("INSERT INTO allowance_result (payment_no, outcome, code, actor) SELECT payment_no, 'RETURNED', '"
                + code + "', 'a test' FROM allowance_payment WHERE run_no = " + run.runNo() + " AND holder_id IN ("
                + holders + ")");
    }
}
