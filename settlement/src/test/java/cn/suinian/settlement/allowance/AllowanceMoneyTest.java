package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static cn.suinian.settlement.allowance.AllowanceCity.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes to the bank, comes back from it, and has to be given back by families. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceMoneyTest {
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
    void f13ADeathThatIsRecordedLateStopsTheAllowanceAndIsClaimedBack() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.pay("2026-06", FUTIAN);
        city.died(1, "2026-05-20");
        city.today("2026-07-08");
        AllowanceRun july = city.pay("2026-07", FUTIAN);
        assertThat(city.lines(july)).containsExactly("1 2026-06 RECOVERY -200 DECEASED", "2 2026-07 REGULAR 300 TIER");
        assertThat(city.reads().listClaims(MAKER, FUTIAN, 0, 10))
                .containsExactly(new RunReads.Claim(july.runNo(), 1, YearMonth.parse("2026-06"), 20_000, "DECEASED"));
        assertThat(city.balance(HOLDERS)).isEqualTo("20000");
        assertThat(city.ask("SELECT count(*) FROM allowance_message WHERE holder_id = 1"))
                .isEqualTo("0");
        long asked = city.collected(july, "2026-06");
        assertThat(city.balance(HOLDERS)).isEqualTo("20000");
        assertRefused(ApprovalRefusal.ALREADY_ASKED, () -> city.collected(july, "2026-06"));
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> city.runs().approveCollected(MAKER, asked));
        city.runs().rejectCollected(CHECKER, asked, "not on the statement");
        long taken = city.collected(july, "2026-06");
        assertRefused(ApprovalRefusal.NOT_YOURS, () -> city.runs().withdrawCollected(CHECKER, taken, "not yet"));
        city.runs().withdrawCollected(MAKER, taken, "not yet");
        long again = city.collected(july, "2026-06");
        assertThat(new RunHistory(city.transactions()).listWaitingClaims(CHECKER))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.request().requestNo()).isEqualTo(again));
        city.runs().approveCollected(CHECKER, again);
        assertRefused(AllowanceRefusal.NO_SUCH_CLAIM, () -> city.collected(july, "2026-06"));
        assertThat(city.balance(HOLDERS)).isEqualTo("0");
        assertThat(city.reads().listClaims(MAKER, FUTIAN, 0, 10)).isEmpty();
    }

    @Test
    void whoDiedBeforeAMonthIsNotPaidItThoughItBecomesKnownAfterTheApproval() throws Exception {
        AllowanceRun may = city.list("2026-05", FUTIAN);
        city.runs().approve(CHECKER, city.runs().confirm(MAKER, may.runNo(), "list checked"));
        city.died(1, "2026-04-30");
        assertThat(city.runs().order(MAKER, may.runNo())).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(city.payFile()
                        .write(MAKER, may.runNo(), PayFile.Encoding.UTF_8, out)
                        .fen())
                .isEqualTo(20_000);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("测试甲2").doesNotContain("测试甲1");
        city.take(may, "2,200.00,PAID\n");
        assertThat(city.runs().reconcile(MAKER, may.runNo())).isTrue();
        assertThat(city.ask("SELECT outcome || ' ' || code FROM allowance_result WHERE payment_no = 1"))
                .isEqualTo("RETURNED DECEASED");
        assertThat(city.balance(BANK)).isEqualTo("-20000");
        assertThat(city.balance(HOLDERS)).isEqualTo("0");
        city.today("2026-06-08");
        assertThat(city.lines(city.list("2026-06", FUTIAN))).containsExactly("2 2026-06 REGULAR 300 TIER");
    }

    @Test
    void aClaimOfMoneyThatTheBankReturnedIsWithdrawnAndCannotBeCollected(Database database) throws Exception {
        AllowanceRun may = city.order("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        assertThat(city.lines(june)).containsExactly("1 2026-05 RECOVERY -200 DECEASED", "2 2026-06 REGULAR 300 TIER");
        city.take(may, "1,200.00,RETURNED,AC04\n2,200.00,PAID\n");
        city.runs().reconcile(CHECKER, may.runNo());
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        assertRefused(AllowanceRefusal.CLAIM_RETURNED, () -> city.collected(june, "2026-05"));
        city.today("2026-07-08");
        AllowanceRun july = city.order("2026-07", FUTIAN);
        assertThat(city.lines(july)).containsExactly("1 2026-05 WITHDRAWN 200 RETURNED", "2 2026-07 REGULAR 300 TIER");
        assertThat(city.reads().listClaims(MAKER, FUTIAN, 0, 10)).isEmpty();
        assertRefused(AllowanceRefusal.NO_SUCH_CLAIM, () -> city.collected(june, "2026-05"));
        assertThat(city.balance(HOLDERS)).isEqualTo("0");
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        city.today("2026-08-08");
        assertThat(city.lines(city.list("2026-08", FUTIAN))).containsExactly("2 2026-08 REGULAR 300 TIER");
    }

    @Test
    void theFileTellsTheBankEverythingAndTheTrailNothing() throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PayFile.Written written = city.payFile().write(MAKER, run.runNo(), PayFile.Encoding.GB18030, out);
        assertThat(out.toString(PayFile.Encoding.GB18030.charset()).lines())
                .containsExactly(
                        "序号,姓名,银行账号,金额(元),备注",
                        "1,测试甲1,6217007200001001,200.00,深圳市2026年5月高龄老人津贴",
                        "2,测试甲2,6217007200001002,200.00,深圳市2026年5月高龄老人津贴",
                        "合计,2,,400.00,");
        assertThat(written.fen()).isEqualTo(40_000);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        assertThat(city.payFile().write(MAKER, run.runNo(), PayFile.Encoding.GB18030, again))
                .isEqualTo(written);
        assertThat(city.ask("SELECT string_agg(after::text, '') FROM audit_log"))
                .contains(written.sm3())
                .doesNotContain("6217007200001001", "测试甲");
        assertThat(Csv.field("=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void aFileOfResultsIsTakenWholeOrNotAtAll() throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        for (String wrong : List.of(
                "1,200.00,PAID\n2,200.01,PAID\n", // another amount
                "1,200.00,PAID\n99,200.00,PAID\n", // another payment
                "1,200.00,PAID\n1,200.00,RETURNED,R01\n")) { // both
            assertRefused(AllowanceRefusal.RESULT_DIFFERS, () -> city.take(run, wrong));
        }
        for (String wrong : List.of("1,200,PAID\n", "1;200.00;PAID\n", "x".repeat(300), "=1,200.00,PAID\n")) {
            assertRefused(AllowanceRefusal.RESULT_UNREADABLE, () -> city.take(run, wrong));
        }
        assertThat(city.ask("SELECT count(*) FROM allowance_result")).isEqualTo("0");
        assertThat(city.take(run, "# part one\r\n1,200.00,PAID\r\n")).isEqualTo(new BankResults.Taken(1, 1, List.of()));
        assertRefused(AllowanceRefusal.RESULTS_MISSING, () -> city.runs().reconcile(MAKER, run.runNo()));
        assertThat(city.take(run, "1,200.00,PAID\n2,200.00,RETURNED,R01\n"))
                .isEqualTo(new BankResults.Taken(2, 1, List.of()));
        assertRefused(AllowanceRefusal.RESULT_DIFFERS, () -> city.take(run, "2,200.00,PAID\n"));
        city.runs().reconcile(CHECKER, run.runNo());
    }

    @Test
    @Breaks("a run with returned payments is settled by another person than who took the bank's results")
    void whoTookInThatSomethingCameBackDoesNotSettleTheRun(Database database) throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        city.take(run, "1,200.00,PAID\n2,200.00,RETURNED,R01\n");
        city.results()
                .take(CHECKER, run.runNo(), PayFile.Encoding.UTF_8, AllowanceCity.file("2,200.00,RETURNED,R01\n"));
        RunHistory history = new RunHistory(city.transactions());
        assertThat(history.tell(MAKER, run.runNo()).payments().own()).isTrue();
        assertThat(history.tell(CHECKER, run.runNo()).payments())
                .isEqualTo(new RunHistory.Payments(0, 20_000, 1, 20_000, MAKER.account(), false));
        assertRefused(AllowanceRefusal.TOOK_THE_RESULTS, () -> city.runs().reconcile(MAKER, run.runNo()));
        String alone =
                "INSERT INTO allowance_run_act (run_no, from_state, to_state, by, staff_id) VALUES (1, 'PAY_FILE',"
                        + " 'RECONCILED', 'maker', " + MAKER.staffId() + ")";
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask(alone))
                .withMessageContaining("settled by another");
        assertThat(city.runs().reconcile(CHECKER, run.runNo())).isTrue();
        String sentence = "a run with returned payments is settled by another person than who took the bank's results";
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        city.ask("SET session_replication_role = replica; " + alone);
        assertThat(AllowanceChecksTest.broken(database)).containsExactly(sentence);
    }
}
