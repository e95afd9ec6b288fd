package cn.suinian.settlement.lens;

import static cn.suinian.settlement.lens.LensCity.AUDITOR;
import static cn.suinian.settlement.lens.LensCity.CLERK;
import static cn.suinian.settlement.lens.LensCity.DAY;
import static cn.suinian.settlement.lens.LensCity.FUTIAN;
import static cn.suinian.settlement.lens.LensCity.LUOHU;
import static cn.suinian.settlement.lens.LensCity.OTHER_CLERK;
import static cn.suinian.settlement.lens.LensCity.OTHER_SUPERVISOR;
import static cn.suinian.settlement.lens.LensCity.SUPERVISOR;
import static cn.suinian.settlement.lens.LensCity.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.recovery.Recoveries;
import cn.suinian.settlement.lens.recovery.RecoveryLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three meals of Futian and one of Luohu at night, of 500 and 200 each, and a flag of the first of them. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RecoveriesTest {
    private static final Actor CLERK_AND_SUPERVISOR =
            LensCity.staff(9, "both", Role.SETTLEMENT_CLERK, Role.SETTLEMENT_SUPERVISOR);

    private Database database;
    private LensCity city;
    private Recoveries recoveries;
    private ItemRef finding;
    private ItemRef flag;

    @BeforeEach
    void open(Database database) throws Exception {
        this.database = database;
        city = LensCity.open(database);
        Clock later = Clock.offset(LensCity.CLOCK, Duration.ofDays(2));
        recoveries = new Recoveries(city.transactions, new AuditLog(later), later);
        int night = city.meals(1, "22:00", 3, 500, FUTIAN);
        city.meals(1, "22:30", 1, 500, LUOHU);
        flag = ItemRef.flag(city.flag("IMPOSSIBLE_TRAVEL", 40, night));
        city.finish();
        finding = ItemRef.finding(Long.parseLong(city.ask("SELECT finding_no FROM vendor_finding")));
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void whatIsConfirmedIsTakenBackByTwoPeople() throws Exception {
        assertThat(refusal(() -> recoveries.limits(CLERK, finding))).isEqualTo("NOT_CONFIRMED");
        answer(finding, Verdict.CONFIRMED);
        assertThat(recoveries.limits(AUDITOR, finding)).containsExactly(of(FUTIAN, 2100), of(LUOHU, 700));
        long request = recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 2000), of(LUOHU, 700)), "夜间虚刷");
        assertThat(taken()).isNull();
        assertThat(recoveries.listOpen(SUPERVISOR)).hasSize(1).allMatch(each -> each.totalFen() == 2700);
        recoveries.approve(SUPERVISOR, request);
        assertThat(taken())
                .isEqualTo(
                        "payer:FUTIAN:MEAL 2000 finding:1 " + request + ", payer:LUOHU:MEAL 700 finding:1 " + request);
        assertThat(recoveries.limits(AUDITOR, finding)).containsExactly(of(FUTIAN, 100));
        assertThat(refusal(() -> recoveries.approve(OTHER_SUPERVISOR, request))).isEqualTo("ALREADY_DECIDED");
        assertThat(recoveries.ofDays(AUDITOR, 1, DAY, DAY))
                .hasSize(1)
                .allMatch(each -> "finding:1".equals(each.reference()));
        assertThat(city.ask("SELECT string_agg(act || ' ' || subject, ', ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE act LIKE 'RECOVERY%'"))
                .isEqualTo("RECOVERY_ASKED FINDING:1, RECOVERY_APPROVED FINDING:1");
        long rest = recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 100)), "余款");
        recoveries.approve(SUPERVISOR, rest);
        assertThat(city.ask("SELECT max(reference) FROM journal_transfer")).isEqualTo("finding:1/2");
    }

    @Test
    void nobodyApprovesTheirOwnRequestAndWhoMayNotDoesNothing() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        List<RecoveryLine> lines = List.of(of(FUTIAN, 700));
        Actor futian = new Actor(8L, "futian", SUPERVISOR.permissions(), new Scope(District.FUTIAN, null), "192.0.2.1");
        assertThat(refusal(() -> recoveries.ask(AUDITOR, finding, lines, "x"))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> recoveries.ask(futian, finding, lines, "x"))).isEqualTo("CITY_ONLY");
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, lines, " "))).isEqualTo("REASON_INVALID");
        long request = recoveries.ask(CLERK_AND_SUPERVISOR, finding, lines, "夜间虚刷");
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, lines, "x"))).isEqualTo("ALREADY_ASKED");
        assertThat(refusal(() -> recoveries.approve(CLERK_AND_SUPERVISOR, request)))
                .isEqualTo("SAME_PERSON");
        assertThat(refusal(() -> recoveries.approve(OTHER_CLERK, request))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(() -> recoveries.approve(futian, request))).isEqualTo("CITY_ONLY");
        assertThat(refusal(() -> recoveries.decline(futian, request, "x"))).isEqualTo("CITY_ONLY");
        recoveries.decline(SUPERVISOR, request, "证据不足");
        assertThat(taken()).isNull();
        assertThat(recoveries.listOpen(AUDITOR)).isEmpty();
        assertThatThrownBy(() -> city.ask("UPDATE vendor_recovery SET reference = 'finding:1', posted_at = now(),"
                        + " disposition_no = 1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void itIsNeverMoreThanWhatTheVendorHasLeftOfTheTaps() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        answer(flag, Verdict.CONFIRMED);
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 2101)), "x")))
                .isEqualTo("RECOVERY_TOO_LARGE");
        assertThat(refusal(() -> recoveries.ask(CLERK, flag, List.of(of(LUOHU, 1)), "x")))
                .isEqualTo("RECOVERY_TOO_LARGE");
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 1), of(FUTIAN, 1)), "x")))
                .isEqualTo("RECOVERY_TOO_LARGE");
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 0)), "x")))
                .isEqualTo("AMOUNT_WANTED");
        assertThat(refusal(() -> recoveries.ask(CLERK, finding, List.of(), "x")))
                .isEqualTo("AMOUNT_WANTED");
        long ofTap = recoveries.ask(CLERK, flag, List.of(of(FUTIAN, 700)), "同一人两地");
        assertThat(recoveries.free(CLERK, flag)).as("asked for already").isEmpty();
        assertThat(recoveries.free(CLERK, finding)).containsExactly(of(FUTIAN, 1400), of(LUOHU, 700));
        assertThat(recoveries.waitingFor(CLERK, finding)).containsExactly(ofTap);
        long ofDay = recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 2100)), "夜间虚刷");
        recoveries.approve(SUPERVISOR, ofTap);
        assertThat(refusal(() -> recoveries.approve(SUPERVISOR, ofDay))).isEqualTo("RECOVERY_TOO_LARGE");
        assertThat(recoveries.whyNot(SUPERVISOR, recoveries.get(SUPERVISOR, ofDay)))
                .isPresent();
        assertThat(recoveries.limits(CLERK, flag)).isEmpty();
        assertThat(recoveries.limits(CLERK, finding)).containsExactly(of(FUTIAN, 1400), of(LUOHU, 700));
        assertThatThrownBy(
                        () -> city.ask("INSERT INTO vendor_recovery_tap SELECT " + ofDay + ", payer, service, tap_date,"
                                + " terminal_id, terminal_seq, holder_id, 1 FROM vendor_recovery_tap"))
                .hasMessageContaining("a tap does not give back more");
    }

    @Test
    void twoRequestsAboutOneTapAtOnceTakeItOnce() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        answer(flag, Verdict.CONFIRMED);
        long ofTap = recoveries.ask(CLERK, flag, List.of(of(FUTIAN, 700)), "同一人两地");
        long ofDay = recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 2100)), "夜间虚刷");
        List<String> outcomes = Stream.of(ofTap, ofDay)
                .map(request ->
                        CompletableFuture.supplyAsync(() -> refusal(() -> recoveries.approve(SUPERVISOR, request))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("done", "RECOVERY_TOO_LARGE");
    }

    @Test
    void whatWasOpenedAgainIsNotTakenBack() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        long request = recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 700)), "夜间虚刷");
        answer(finding, Verdict.REOPENED);
        assertThat(refusal(() -> recoveries.approve(SUPERVISOR, request))).isEqualTo("NOT_CONFIRMED");
        answer(finding, Verdict.EXPLAINED);
        assertThat(refusal(() -> recoveries.approve(SUPERVISOR, request))).isEqualTo("NOT_CONFIRMED");
        assertThat(taken()).isNull();
    }

    @Test
    void aTapThatCanBeReversedIsNotTakenBackYetAndOneThatWasReversedNever() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        Recoveries soon = new Recoveries(city.transactions, new AuditLog(LensCity.CLOCK), LensCity.CLOCK);
        assertThat(soon.limits(CLERK, finding)).isEmpty();
        city.ask("""
                INSERT INTO tap_reversal (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,
                    received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer, cause)
                SELECT tap_date, settle_date + 1, vendor_id, terminal_id, terminal_seq, holder_id,
                    received_at + interval '9 hours', amount, subsidy, operator_subsidy, delivery_subsidy, service,
                    payer, 'NOT_SERVED' FROM tap WHERE payer = 3""");
        assertThat(recoveries.limits(CLERK, finding)).containsExactly(of(FUTIAN, 2100));
    }

    @Test
    @Breaks({
        "every adjustment in the journal is one that two people signed",
        "every signed adjustment is in the journal once, the right way round",
        "what is taken back of a flag is what two people signed for it while it was confirmed",
        "what is taken back of a flag is taken of its vendor's taps, line by line",
        "no tap gives back more than was to be paid for it"
    })
    void verifyNamesWhatSomebodyTakesBackByHand() throws Exception {
        answer(finding, Verdict.CONFIRMED);
        recoveries.approve(SUPERVISOR, recoveries.ask(CLERK, finding, List.of(of(FUTIAN, 2000)), "夜间虚刷"));
        assertThat(broken()).isEmpty();
        String payer =
                "UPDATE journal_transfer SET credit_account = (SELECT account_id FROM ledger_account WHERE name ="
                        + " 'payer:%s:MEAL') WHERE reference = 'finding:1'";
        tamper(payer.formatted("LUOHU"));
        assertThat(broken()).containsExactly("every adjustment in the journal is one that two people signed");
        tamper(payer.formatted("FUTIAN"));
        tamper("UPDATE vendor_recovery SET vendor_id = 2");
        assertThat(broken())
                .contains("what is taken back of a flag is what two people signed for it while it was confirmed");
        tamper("UPDATE vendor_recovery SET vendor_id = 1");
        tamper("UPDATE vendor_recovery SET disposition_no = NULL, reference = NULL, posted_at = NULL");
        assertThat(broken())
                .contains("every signed adjustment is in the journal once, the right way round")
                .contains("what is taken back of a flag is what two people signed for it while it was confirmed")
                .contains("what is taken back of a flag is taken of its vendor's taps, line by line");
        tamper("UPDATE vendor_recovery SET disposition_no = 1, reference = 'finding:1', posted_at = now()");
        tamper("DELETE FROM vendor_recovery_tap WHERE fen < 700");
        assertThat(broken())
                .containsExactly("what is taken back of a flag is taken of its vendor's taps, line by line");
        tamper("UPDATE vendor_recovery_tap SET fen = 1300 WHERE holder_id = (SELECT min(holder_id) FROM tap)");
        assertThat(broken()).containsExactly("no tap gives back more than was to be paid for it");
    }

    private static RecoveryLine of(int payer, long fen) {
        return new RecoveryLine(new Payer(payer), Service.MEAL, fen);
    }

    private void answer(ItemRef item, Verdict verdict) throws SQLException {
        long seen = city.items.find(CLERK, item).orElseThrow().answers();
        city.items.answer(CLERK, List.of(new Items.Seen(item, seen)), verdict, "已核实");
    }

    private String taken() throws SQLException {
        return city.ask("""
                SELECT string_agg(concat_ws(' ', c.name, j.amount_fen, j.reference, j.request_no), ', ' ORDER BY c.name)
                FROM journal_transfer j JOIN ledger_account c ON c.account_id = j.credit_account
                JOIN ledger_account d ON d.account_id = j.debit_account AND d.name = 'vendor:C-1:payable'
                WHERE j.kind = 'ADJUSTMENT' AND j.day = date '2026-11-17'""");
    }

    private void tamper(String how) throws SQLException {
        try (Connection owner = database.dataSource().getConnection();
                Statement act = owner.createStatement()) {
            act.execute("SET session_replication_role = replica");
            act.execute(how);
        }
    }

    private List<String> broken() throws SQLException {
        return Verification.run(database.dataSource(), Verification.allChecks(), Verification.Listener.SILENT).stream()
                .filter(found -> found.state() == Finding.State.BROKEN)
                .map(found -> found.check().sentence())
                .toList();
    }
}
