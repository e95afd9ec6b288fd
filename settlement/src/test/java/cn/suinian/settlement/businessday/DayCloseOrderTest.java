package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.CloseRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayCloseOrderTest {
    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
    }

    @Test
    void refusesADayThatIsNotOverInShenzhen() {
        assertRefused(Reason.DAY_NOT_OVER, city.closeAfter(DAY_1), DAY_2);
        assertRefused(Reason.DAY_NOT_OVER, city.closeAfter(DAY_1), DAY_3);
        DayClose beforeMidnight = at("2026-11-16T15:59:59Z", false);
        assertRefused(Reason.DAY_NOT_OVER, beforeMidnight, DAY_1);
    }

    @Test
    void closesTodayOnlyWhenAllowed() throws Exception {
        assertThat(at("2026-11-16T03:00:00Z", true).close(DAY_1, CloseListener.SILENT))
                .isTrue();
        assertRefused(Reason.DAY_NOT_OVER, at("2026-11-16T03:00:00Z", true), DAY_2);
    }

    @Test
    void refusesToSkipADay() throws Exception {
        assertRefused(Reason.OUT_OF_ORDER, city.closeAfter(DAY_3), DAY_2);
        assertThat(city.openDay()).isEqualTo(DAY_1);
    }

    @Test
    void refusesADayBeforeTheFirst() {
        assertRefused(Reason.DAY_NEVER_OPENED, city.closeAfter(DAY_3), DAY_1.minusDays(1));
    }

    @Test
    void hasNothingToDoBeforeTheFirstDayIsOver() throws Exception {
        LocalDate yesterday = DAY_1.minusDays(1);
        assertThat(city.closeAfter(yesterday).closeThrough(yesterday, CloseListener.SILENT))
                .isEmpty();
    }

    @Test
    @FreshDatabase
    void refusesWhenNoCityWasSetUp() throws Exception {
        city.ask("DELETE FROM open_business_day");
        assertRefused(Reason.NO_OPEN_DAY, city.closeAfter(DAY_1), DAY_1);
        assertThat(city.days().findOpenDay()).isEmpty();
    }

    @Test
    @Breaks("the open day is the one that postings find open")
    void refusesWhenTheOpenDayWasMovedByHand() throws Exception {
        city.close(DAY_1);
        city.ask("UPDATE open_business_day SET day = '" + DAY_3 + "'");
        assertRefused(Reason.OPEN_DAY_MOVED, city.closeAfter(DAY_3), DAY_2);
        assertThat(city.days().find(DAY_2).orElseThrow().state()).isEqualTo(BusinessDay.State.OPEN);
    }

    @Test
    void closesAllDaysOfAGapInOrderAndSaysHowFarItIs() throws Exception {
        LocalDate last = DAY_1.plusDays(400);
        city.tap(ride(DAY_1, METRO, 1, 250), ride(DAY_3, METRO, 2, 300), ride(last, METRO, 3, 100));
        List<String> heard = new ArrayList<>();
        List<LocalDate> closed = city.closeAfter(last).closeThrough(last, progress -> {
            if (progress.step() == CloseStep.CLEARED) {
                heard.add(progress.ordinal() + " of " + progress.of() + ": " + progress.day());
            }
        });
        assertThat(closed).hasSize(401).startsWith(DAY_1, DAY_2, DAY_3).endsWith(last);
        assertThat(heard).hasSize(401).startsWith("1 of 401: 2026-11-16").endsWith("401 of 401: 2027-12-21");
        assertThat(city.ask("SELECT string_agg(day || ' ' || gross, ', ' ORDER BY day) FROM clearing_line"))
                .isEqualTo("2026-11-16 250, 2026-11-18 300, 2027-12-21 100");
    }

    private DayClose at(String now, boolean todayToo) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new DayClose(
                city.database().dataSource(), clock, new ClosePolicy(todayToo, Duration.ofSeconds(5)), "test");
    }

    private static void assertRefused(Reason reason, DayClose close, LocalDate day) {
        assertThatExceptionOfType(CloseRefused.class)
                .isThrownBy(() -> close.close(day, CloseListener.SILENT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
