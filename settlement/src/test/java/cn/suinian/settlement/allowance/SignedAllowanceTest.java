package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.allowance.late.LateReturns;
import cn.suinian.settlement.allowance.payee.AccountChanges;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What two people of a district sign is what is paid, they see what they sign, and other districts do not hide it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SignedAllowanceTest {
    private static final Clock MAY_20 = Clock.fixed(Instant.parse("2026-05-20T04:00:00Z"), ZoneOffset.UTC);
    private static final String SIGNED = "a run that is paid is the one that two people signed, to the fen";
    private static final String SEEN = "a claim is closed by money that two people saw";

    private Database database;
    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        this.database = database;
        city = AllowanceCity.ofTwo(database);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    @Breaks(SIGNED)
    void aRunIsPaidAsTwoPeopleSignedItToTheFen() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        city.runs().approve(CHECKER, city.runs().confirm(MAKER, run.runNo(), "list checked"));
        assertThat(AllowanceChecksTest.broken(database)).isEmpty();
        hand("UPDATE allowance_line SET fen = fen + 80000 WHERE holder_id = 1;"
                + " UPDATE allowance_run SET payable_fen = payable_fen + 80000;"
                + " UPDATE journal_transfer SET amount_fen = amount_fen + 80000 WHERE kind = 'ALLOWANCE'");
        assertThat(AllowanceChecksTest.broken(database)).contains(SIGNED);
    }

    @Test
    @Breaks(SIGNED)
    void noRunIsPaidThatNobodySigned() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        hand("UPDATE allowance_run SET state = 'APPROVED'");
        city.transactions().run(transaction -> {
            new RunPostings(transaction, run).approved();
            return true;
        });
        assertThat(AllowanceChecksTest.broken(database)).containsExactly(SIGNED);
    }

    @Test
    @Breaks(SEEN)
    void noClaimIsClosedByOne() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.died(1, "2026-04-20");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        hand("INSERT INTO allowance_collected (run_no, holder_id, month, staff_id, actor) VALUES (" + june.runNo()
                + ", 1, '2026-05-01', 1, 'test-maker')");
        city.transactions().run(transaction -> {
            new RunPostings(transaction, june).collected(1, YearMonth.parse("2026-05"), 20_000);
            return true;
        });
        assertThat(AllowanceChecksTest.broken(database)).containsExactly(SEEN);
    }

    @Test
    void anAccountThatChangedAfterTheLastSignatureIsToldThoughTheListCameLater() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 2, clock_timestamp(), 'counter-a', 'x'),"
                + " (2, 'BANK_ACCOUNT', 2, clock_timestamp() - interval '1 day', 'counter-a', 'was signed for')");
        city.today("2026-06-08");
        AllowanceRun june = city.list("2026-06", FUTIAN);
        city.runs().confirm(MAKER, june.runNo(), "list checked");
        AccountChanges told = city.transactions().run(each -> AccountChanges.tell(each, june.runNo()));
        assertThat(told.latest())
                .singleElement()
                .satisfies(change -> assertThat(change.holderId()).isEqualTo(1));
    }

    @Test
    void anAccountThatChangedWhileSomebodyWasLeftOutIsToldWhenTheyComeBack() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.checked(1, "2024-01-01");
        city.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 2, clock_timestamp(), 'counter-a', 'x')");
        AllowanceRun june = city.order("2026-06", FUTIAN);
        assertThat(city.ask("SELECT count(*) FROM allowance_payee WHERE holder_id = 1"))
                .as("left out in June")
                .isEqualTo("1");
        city.ask("INSERT INTO allowance_result (payment_no, outcome, actor)"
                + " SELECT payment_no, 'PAID', 'a test' FROM allowance_payment WHERE run_no = " + june.runNo());
        city.runs().reconcile(MAKER, june.runNo());
        hand("UPDATE holder_change SET changed_at = changed_at - interval '5 days';"
                + " UPDATE allowance_run_act SET at = at - interval '9 days' WHERE run_no < " + june.runNo());
        city.today("2026-07-08");
        city.checked(1, "2026-07-02");
        AllowanceRun july = city.list("2026-07", FUTIAN);
        city.runs().confirm(MAKER, july.runNo(), "list checked");
        assertThat(city.transactions()
                        .run(each -> AccountChanges.tell(each, july.runNo()))
                        .latest())
                .singleElement()
                .satisfies(change -> assertThat(change.holderId()).isEqualTo(1));
    }

    @Test
    void whatWaitsInADistrictIsSeenThereHoweverMuchWaitsElsewhere() throws Exception {
        city.ask("UPDATE holder_hukou SET district = " + LUOHU.code() + " WHERE holder_id = 2;"
                + " UPDATE holder_person SET district = " + LUOHU.code() + " WHERE holder_id = 2");
        long elsewhere = payment(city.pay("2026-05", FUTIAN));
        AllowanceRun luohu = city.pay("2026-05", LUOHU);
        city.ask("WITH q AS (INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at)"
                + " SELECT 'ALLOWANCE_LATE_RETURN', 1000 + n, 'x', 1, 'test-maker', now()"
                + " FROM generate_series(1, 100) n"
                + " RETURNING request_no) INSERT INTO allowance_late_return SELECT request_no, " + elsewhere
                + ", '2026-05-18', 'R01', '' FROM q");
        LateReturns late = new LateReturns(city.transactions(), new AuditLog(MAY_20), MAY_20);
        long payment = payment(luohu);
        long request =
                late.ask(of(LUOHU, MAKER), luohu.runNo(), payment, LocalDate.parse("2026-05-18"), "R01", "letter");
        assertThat(late.listWaiting(of(LUOHU, CHECKER)))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.request().requestNo()).isEqualTo(request));
        assertThat(late.findWaiting(CHECKER, payment)).isPresent();
        assertThat(late.findWaiting(of(FUTIAN, CHECKER), payment)).isEmpty();
        hand("DELETE FROM allowance_late_return WHERE payment_no = " + elsewhere
                + "; DELETE FROM approval_request WHERE subject > 1000");
    }

    private static Actor of(District district, Actor person) {
        return new Actor(person.staffId(), person.account(), person.permissions(), new Scope(district, null), "");
    }

    private long payment(AllowanceRun run) throws Exception {
        return Long.parseLong(city.ask("SELECT min(payment_no) FROM allowance_payment WHERE run_no = " + run.runNo()));
    }

    private void hand(String sql) throws Exception {
        city.ask("SET session_replication_role = replica; " + sql + "; SET session_replication_role = origin");
    }
}
