package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static cn.suinian.settlement.allowance.AllowanceCity.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.allowance.ResultCheck.Bad;
import cn.suinian.settlement.allowance.ResultCheck.Report;
import cn.suinian.settlement.allowance.ResultCheck.Wrong;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff take in and take home of a run, and that it adds up. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceFilesTest {
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
    void everyLineOfABanksFileThatDiffersIsNamed() throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        city.take(run, "2,200.00,PAID\n");
        String file = "# from the bank\n1,200.01,PAID\nnonsense\n99,200.00,PAID\n" + "x".repeat(300)
                + "\n2,200.00,RETURNED,R01\n1,200.00,PAID\n1,200.00,RETURNED\n";
        assertThat(check(run, file.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Report(
                        7,
                        1,
                        6,
                        List.of(
                                new Bad(2, 1, Wrong.OTHER_AMOUNT, "200.00"),
                                new Bad(3, 0, Wrong.UNREADABLE, ""),
                                new Bad(4, 99, Wrong.NO_SUCH_PAYMENT, ""),
                                new Bad(5, 0, Wrong.UNREADABLE, ""),
                                new Bad(6, 2, Wrong.RETURNED_AFTER_PAID, "PAID"),
                                new Bad(8, 1, Wrong.OTHER_OUTCOME, "PAID"))));
        assertThat(check(run, "1,200.00,PAID\n2,200.00,PAID\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Report(2, 1, 0, List.of()));
        assertThat(check(run, new byte[] {(byte) 0xff, (byte) 0xfe, '\n', '1'}).wrong())
                .isEqualTo(1);
        assertThat(check(run, "x\n".repeat(1_000).getBytes(StandardCharsets.UTF_8)))
                .satisfies(report -> assertThat(report.wrong()).isEqualTo(1_000))
                .satisfies(report -> assertThat(report.bad()).hasSize(ResultCheck.MOST_NAMED));
        assertThat(city.ask("SELECT count(*) FROM allowance_result")).isEqualTo("1");
    }

    @Test
    void anExportHasAReasonAndIsInTheTrail() throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        RunExports exports = new RunExports(city.transactions(), new AuditLog(Clock.systemUTC()));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        exports.write(MAKER, run.runNo(), RunExports.Part.LINES, "for the district", code -> "<" + code + ">", lines);
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF持卡人 holder,津贴月份 month,类型 kind,")
                .contains(
                        "1,2026-05,REGULAR,200.00,70,TIER,<REGULAR>,<TIER>\r\n",
                        "2,2026-05,REGULAR,200.00,70,TIER,<REGULAR>,<TIER>\r\n")
                .hasLineCount(3);
        ByteArrayOutputStream payments = new ByteArrayOutputStream();
        exports.write(MAKER, run.runNo(), RunExports.Part.PAYMENTS, "for the district", code -> code, payments);
        assertThat(payments.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF付款序号 payment,持卡人 holder,")
                .contains("1,1,200.00,,,,\r\n", "2,2,200.00,,,,\r\n")
                .hasLineCount(3);
        assertRefused(
                AllowanceRefusal.REASON_NEEDED,
                () -> exports.write(
                        MAKER, run.runNo(), RunExports.Part.LINES, " ", code -> code, new ByteArrayOutputStream()));
        assertThat(city.ask("SELECT string_agg(reason, ', ') || string_agg(after::text, '') FROM audit_log"
                        + " WHERE act = 'ALLOWANCE_EXPORTED'"))
                .startsWith("for the district, for the district")
                .contains("LINES", "PAYMENTS");
    }

    @Test
    @Breaks({
        "a run's sums are those of its lines",
        "the journal has what approved runs owe, and nothing else",
        "nobody is ordered the same month twice"
    })
    void aRunThatSomebodyWentAroundDoesNotAddUp() throws Exception {
        AllowanceRun run = city.pay("2026-05", FUTIAN);
        RunFigures figures = new RunFigures(city.transactions());
        assertThat(figures.compare(MAKER, run.runNo()))
                .hasSize(RunFigures.Figure.values().length)
                .allSatisfy(each -> assertThat(each.agrees()).as("%s", each).isTrue());
        city.ask("SET session_replication_role = replica; UPDATE allowance_line SET fen = 200000 WHERE holder_id = 1;"
                + " UPDATE allowance_payment SET fen = 1 WHERE holder_id = 2; DELETE FROM journal_transfer");
        assertThat(figures.compare(MAKER, run.runNo()))
                .filteredOn(each -> !each.agrees())
                .extracting(each -> each.figure().name())
                .containsExactly("PAYABLE", "BOOKS_OWED", "PAYMENTS", "BOOKS_PAID", "TWICE");
    }

    @Test
    void theFilePaysToTheAccountsOfTheSecondSignatureWhateverTheRegisterSaysLater() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        city.runs().approve(CHECKER, city.runs().confirm(MAKER, run.runNo(), "list checked"));
        city.register(1, "6217009999999999");
        city.runs().order(MAKER, run.runNo());
        String first = file(run);
        assertThat(first).contains("测试甲1,6217007200001001,").doesNotContain("6217009999999999");
        city.register(1, "");
        city.register(2, "");
        assertThat(file(run)).isEqualTo(first);
        assertThat(city.ask("SELECT count(*) || ' ' || max(payments) || ' ' || max(fen) FROM allowance_pay_file"))
                .isEqualTo("1 2 40000");
        for (String change : List.of(
                "UPDATE allowance_payee SET holder_id = 3 WHERE holder_id = 2",
                "DELETE FROM allowance_payee",
                "UPDATE allowance_pay_file SET fen = 1")) {
            assertThatExceptionOfType(SQLException.class).as(change).isThrownBy(() -> city.ask(change));
        }
        city.ask("SET session_replication_role = replica; DELETE FROM allowance_payee WHERE holder_id = 1;"
                + " UPDATE allowance_payee SET holder_id = 1");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> file(run))
                .withMessageContaining("was moved");
    }

    @Test
    void whoHadTheFileWrittenLastIsSaidInEachEncodingHoweverOftenTheOtherWasWritten() throws Exception {
        AllowanceRun run = city.order("2026-05", FUTIAN);
        PayFile files = city.payFile();
        assertThat(files.lastTaken(MAKER, run.runNo())).isEmpty();
        files.write(CHECKER, run.runNo(), PayFile.Encoding.UTF_8, new ByteArrayOutputStream());
        for (int i = 0; i < 55; i++) { // more than a page of the trail
            files.write(MAKER, run.runNo(), PayFile.Encoding.GB18030, new ByteArrayOutputStream());
        }
        assertThat(files.lastTaken(MAKER, run.runNo()))
                .hasEntrySatisfying(
                        PayFile.Encoding.UTF_8, row -> assertThat(row.actor()).isEqualTo(CHECKER.account()))
                .hasEntrySatisfying(
                        PayFile.Encoding.GB18030, row -> assertThat(row.actor()).isEqualTo(MAKER.account()));
    }

    private String file(AllowanceRun run) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        city.payFile().write(MAKER, run.runNo(), PayFile.Encoding.UTF_8, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Report check(AllowanceRun run, byte[] file) throws SQLException {
        return new ResultCheck(city.transactions())
                .check(MAKER, run.runNo(), PayFile.Encoding.UTF_8, new ByteArrayInputStream(file));
    }
}
