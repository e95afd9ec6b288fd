package cn.suinian.settlement.edgecases;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.allowance.AllowanceCity;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.RunReads;
import cn.suinian.settlement.risk.RiskScan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge cases 7, 8, 13 and 14 in the monthly allowance, and a death at the reader. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceCasesTest {
    private EdgeTown town;
    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new EdgeTown(database);
        city = town.allowance;
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void case7TheOldDistrictPaysTheMonthOfTheMoveAndTheNewOneFromTheNext() throws Exception {
        city.person(1, "1950-03-01", "2026-05-02");
        pay("2026-05-08", "2026-05", FUTIAN, LUOHU);
        town.desk.clock.set(LocalDate.parse("2026-06-15").atTime(10, 0));
        town.register.recordMoveDistrict(DayMoves.MAKER, 1, LUOHU, LocalDate.parse("2026-06-15"), true, "户口簿");

        List<AllowanceRun> june = pay("2026-06-18", "2026-06", FUTIAN, LUOHU);
        List<AllowanceRun> july = pay("2026-07-08", "2026-07", FUTIAN, LUOHU);

        assertThat(city.lines(june.get(0))).containsExactly("1 2026-06 REGULAR 200 TIER");
        assertThat(city.lines(june.get(1))).isEmpty();
        assertThat(city.lines(july.get(0))).isEmpty();
        assertThat(city.lines(july.get(1))).containsExactly("1 2026-07 REGULAR 200 TIER");
    }

    @Test
    void case8TheMonthOfABirthdayIsPaidByTheNewAgeAnd29FebruaryIsMarch() throws Exception {
        city.person(1, "1956-05-31", "2026-05-02");
        city.person(2, "1946-05-31", "2026-05-02");
        city.person(3, "1936-06-01", "2026-05-02");
        city.person(4, "1926-05-01", "2026-05-02");
        pay("2026-05-08", "2026-05", FUTIAN);
        assertThat(city.lines(lastRun()))
                .containsExactly(
                        "1 2026-05 REGULAR 200 TIER",
                        "2 2026-05 REGULAR 300 TIER",
                        "3 2026-05 REGULAR 300 TIER",
                        "4 2026-05 REGULAR 1000 TIER");
    }

    @Test
    void case8SomebodyBornOn29FebruaryHasTheAllowanceFromMarchOfAPlainYear() throws Exception {
        city.person(1, "1956-02-29", "2025-11-20");
        pay("2026-02-08", "2026-02", FUTIAN);
        assertThat(city.lines(lastRun())).isEmpty();
        pay("2026-03-08", "2026-03", FUTIAN);
        assertThat(city.lines(lastRun())).containsExactly("1 2026-03 REGULAR 200 TIER");
    }

    @Test
    void case13TheAllowanceEndsWithTheMonthOfTheDeathAndWhatWasPaidAfterItIsClaimed() throws Exception {
        city.person(1, "1950-03-01", "2026-05-02");
        pay("2026-05-08", "2026-05", FUTIAN);
        pay("2026-06-08", "2026-06", FUTIAN);
        town.desk.clock.set(LocalDate.parse("2026-06-25").atTime(10, 0));
        town.register.recordDeath(DayMoves.MAKER, 1, LocalDate.parse("2026-05-20"), "死亡证明");

        pay("2026-07-08", "2026-07", FUTIAN);

        assertThat(city.lines(lastRun())).containsExactly("1 2026-06 RECOVERY -200 DECEASED");
        assertThat(city.reads().listClaims(DayMoves.MAKER, FUTIAN, 0, 10))
                .extracting(RunReads.Claim::month, RunReads.Claim::fen)
                .containsExactly(tuple(YearMonth.parse("2026-06"), 20_000L));
    }

    @Test
    void case13ATapAfterTheDeathIsDeclinedAndOneThatCameBeforeItWasKnownIsFlagged() throws Exception {
        town.person(1, "1950-05-01");
        town.tap(town.bus(1, 1));
        town.register.recordDeath(DayMoves.MAKER, 1, EdgeTown.YESTERDAY, "死亡证明");
        assertThat(town.tap(town.bus(1, 2)).reason()).isEqualTo(DeclineReason.HOLDER_DECEASED);
        town.closeToday();

        new RiskScan(town.database.dataSource(), "process 1 on node-1").finishOldestDay();

        assertThat(town.ask(
                        "SELECT string_agg(kind || ' ' || terminal_seq, ', ' ORDER BY terminal_seq) FROM risk_flag"))
                .isEqualTo("TAP_AFTER_DEATH 1, TAP_AFTER_DEATH 2");
    }

    @Test
    void case14AMissedCheckStopsTheNextMonthAndALateOneBackPaysTheGap() throws Exception {
        city.person(1, "1950-03-01", "2025-11-20");
        pay("2026-05-08", "2026-05", FUTIAN);
        assertThat(city.lines(lastRun())).containsExactly("1 2026-05 REGULAR 200 TIER");
        pay("2026-06-08", "2026-06", FUTIAN);
        assertThat(city.lines(lastRun())).isEmpty();
        assertThat(city.reads().countNotes(DayMoves.MAKER, lastRun().runNo()))
                .containsEntry("STOPPED CHECK_MISSED", 1L);
        pay("2026-07-08", "2026-07", FUTIAN);
        assertThat(city.lines(lastRun())).isEmpty();

        checkAtADesk("2026-08-03");
        pay("2026-08-08", "2026-08", FUTIAN);

        assertThat(city.lines(lastRun()))
                .containsExactly(
                        "1 2026-06 ARREARS 200 CHECK_LATE",
                        "1 2026-07 ARREARS 200 CHECK_LATE",
                        "1 2026-08 REGULAR 200 TIER");
    }

    @Test
    void case14TheCheckOfNovemberStopsDecemberWhenItIsMissed() throws Exception {
        city.person(1, "1950-03-01", "2026-05-20");
        pay("2026-11-08", "2026-11", FUTIAN);
        assertThat(city.lines(lastRun())).containsExactly("1 2026-11 REGULAR 200 TIER");
        pay("2026-12-08", "2026-12", FUTIAN);
        assertThat(city.lines(lastRun())).isEmpty();
        assertThat(city.reads().countNotes(DayMoves.MAKER, lastRun().runNo()))
                .containsEntry("STOPPED CHECK_MISSED", 1L);
    }

    /** The card is shown at a desk that day: the real identity check. */
    private void checkAtADesk(String day) throws Exception {
        assertThat(town.tap(town.lunch(1, 1)
                                .service(Service.ALLOWANCE)
                                .amount(0)
                                .at(LocalDate.parse(day).atTime(10, 0)))
                        .approved())
                .isTrue();
    }

    private List<AllowanceRun> pay(String today, String month, District... districts) throws Exception {
        city.today(today);
        List<AllowanceRun> runs = new ArrayList<>();
        for (District district : districts) {
            runs.add(city.pay(month, district));
        }
        return runs;
    }

    private AllowanceRun lastRun() throws Exception {
        return city.reads().listRuns(DayMoves.MAKER, 0, Optional.of(FUTIAN), 1).get(0);
    }
}
