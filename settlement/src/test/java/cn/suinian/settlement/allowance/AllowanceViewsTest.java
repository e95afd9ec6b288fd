package cn.suinian.settlement.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.allowance.AllowanceMonths.Board;
import cn.suinian.settlement.allowance.AllowanceMonths.Due;
import cn.suinian.settlement.allowance.AllowanceMonths.Total;
import cn.suinian.settlement.allowance.HolderLooks.Fate;
import cn.suinian.settlement.allowance.policy.Ordered;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff see of months, runs and people, and what they take home. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceViewsTest {
    private static final Actor LUOHU_CLERK = new Actor(7L, "luohu", MAKER.permissions(), new Scope(LUOHU, null), "");
    private static final YearMonth MAY = YearMonth.parse("2026-05");

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
    void aMonthHasItsDistrictsAndTheWorkingDaysThatAreLeft() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        Board board = months("2026-05-08").board(MAKER, MAY);
        assertThat(board.runs()).containsOnlyKeys(FUTIAN);
        assertThat(board.runs().get(FUTIAN).runNo()).isEqualTo(run.runNo());
        assertThat(board.due())
                .isEqualTo(Map.of(
                        Deadline.LIST, new Due(LocalDate.parse("2026-05-10"), false, 1),
                        Deadline.CONFIRM, new Due(LocalDate.parse("2026-05-15"), false, 6),
                        Deadline.PAY, new Due(LocalDate.parse("2026-05-20"), false, 9)));
        assertThat(months("2026-05-18").board(MAKER, MAY).due().get(Deadline.CONFIRM))
                .isEqualTo(new Due(LocalDate.parse("2026-05-15"), true, -1));
        assertThat(months("2026-05-08").board(LUOHU_CLERK, MAY).runs()).isEmpty();
    }

    @Test
    void monthsAreListedTheLatestFirstWithWhatTheyCameTo() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.pay("2026-05", LUOHU);
        city.today("2026-06-08");
        city.list("2026-06", FUTIAN);
        AllowanceMonths months = months("2026-06-08");
        assertThat(months.list(MAKER, YearMonth.parse("2026-07"), 10))
                .containsExactly(
                        new Total(YearMonth.parse("2026-06"), 1, 0, 2, 50_000, 0), new Total(MAY, 2, 2, 2, 40_000, 0));
        assertThat(months.list(MAKER, YearMonth.parse("2026-06"), 10))
                .extracting(Total::month)
                .containsExactly(MAY);
        assertThat(months.list(LUOHU_CLERK, YearMonth.parse("2026-07"), 10))
                .containsExactly(new Total(MAY, 1, 1, 0, 0, 0));
    }

    @Test
    void aRunTellsWhoHasToDecideAndWhatItsPaymentsCameTo() throws Exception {
        AllowanceRun run = city.list("2026-05", FUTIAN);
        RunHistory history = new RunHistory(city.transactions());
        assertThat(history.tell(MAKER, run.runNo()).request()).isEmpty();
        long request = city.runs().confirm(MAKER, run.runNo(), "list checked");
        assertThat(history.tell(CHECKER, run.runNo()).request())
                .hasValueSatisfying(asked -> assertThat(asked.askedBy()).isEqualTo(MAKER.staffId()));
        city.runs().approve(CHECKER, request);
        city.runs().order(MAKER, run.runNo());
        take(run, "1,200.00,RETURNED,R01\n");
        RunHistory.Told told = history.tell(MAKER, run.runNo());
        assertThat(told.request()).isEmpty();
        assertThat(told.payments()).isEqualTo(new RunHistory.Payments(1, 0, 1, 20_000, MAKER.account(), true));
        assertThat(told.acts())
                .extracting(act -> act.to().name())
                .containsExactly("PAY_FILE", "APPROVED", "CONFIRMED", "LISTED");
        assertRefused(AllowanceRefusal.OTHER_DISTRICT, () -> history.tell(LUOHU_CLERK, run.runNo()));
    }

    @Test
    void linesAndNotesAreFilteredByWhatTheyAre() throws Exception {
        city.checked(1, "2025-11-20");
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        AllowanceRun june = city.pay("2026-06", FUTIAN);
        assertThat(city.reads().listLines(MAKER, june.runNo(), Ordered.Kind.REGULAR, 0, 10))
                .hasSize(1);
        assertThat(city.reads().listLines(MAKER, june.runNo(), Ordered.Kind.ARREARS, 0, 10))
                .isEmpty();
        assertThat(city.reads().listNotes(MAKER, june.runNo(), Note.Kind.STOPPED, "CHECK_MISSED", 0, 10))
                .hasSize(1);
        assertThat(city.reads().listNotes(MAKER, june.runNo(), Note.Kind.STOPPED, "DECEASED", 0, 10))
                .isEmpty();
    }

    @Test
    void theClaimsOfOneHolderAreNeverTornApartByAPage() throws Exception {
        city.pay("2026-05", FUTIAN);
        city.today("2026-06-08");
        city.pay("2026-06", FUTIAN);
        city.today("2026-07-08");
        city.pay("2026-07", FUTIAN);
        city.died(1, "2026-05-20");
        city.today("2026-08-08");
        city.pay("2026-08", FUTIAN);
        assertThat(city.reads().listClaims(MAKER, FUTIAN, 0, 1))
                .extracting(RunReads.Claim::month)
                .containsExactly(YearMonth.parse("2026-06"), YearMonth.parse("2026-07"));
        assertThat(city.reads().listClaims(MAKER, FUTIAN, 1, 1)).isEmpty();
    }

    @Test
    void onePersonsAmountIsExplainedByEveryRunAndTheLookIsInTheTrail() throws Exception {
        AllowanceRun may = city.pay("2026-05", FUTIAN, 1);
        city.today("2026-06-08");
        city.corrected(1);
        AllowanceRun june = city.order("2026-06", FUTIAN);
        HolderLooks looks = new HolderLooks(city.transactions(), new AuditLog(Clock.systemUTC()));
        HolderLooks.Look look = looks.look(CHECKER, june.runNo(), 1);
        assertThat(look.here())
                .extracting(each -> each.line().kind() + " " + each.line().reason() + " " + each.fate())
                .containsExactly("REGULAR TIER UNDER_WAY", "ARREARS RETURNED UNDER_WAY");
        assertThat(look.elsewhere())
                .extracting(HolderLooks.Listed::runNo, HolderLooks.Listed::fate)
                .containsExactly(tuple(may.runNo(), Fate.RETURNED));
        assertThat(city.ask("SELECT actor || ' ' || subject FROM audit_log WHERE act = 'ALLOWANCE_LOOKED_AT'"))
                .isEqualTo("test-checker 1");
        assertRefused(AllowanceRefusal.NO_SUCH_HOLDER, () -> looks.look(CHECKER, june.runNo(), 99));
        assertRefused(AllowanceRefusal.OTHER_DISTRICT, () -> looks.look(LUOHU_CLERK, june.runNo(), 1));
    }

    private AllowanceMonths months(String day) {
        return new AllowanceMonths(
                city.transactions(),
                Clock.fixed(LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private void take(AllowanceRun run, String lines) throws SQLException {
        byte[] file = lines.getBytes(StandardCharsets.UTF_8);
        city.results().take(MAKER, run.runNo(), PayFile.Encoding.UTF_8, new ByteArrayInputStream(file));
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
