package cn.suinian.settlement.figures;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.DayMoves.MAKER;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.meal;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.figures.Asked.By;
import cn.suinian.settlement.figures.DayFigures.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayFiguresTest {
    private City city;
    private Transactions transactions;
    private DayFigures figures;
    private HourCount hours;

    @BeforeEach
    void closeTwoDays(Database database) throws Exception {
        city = City.open(database);
        city.tap(
                ride(DAY_1, METRO, 1, 500),
                lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2),
                lunch(DAY_1, CANTEEN_B, 3, 900, 700, 3),
                meal(DAY_1, CANTEEN_B, 4, 900));
        city.close(DAY_1);
        city.tap(ride(DAY_1, METRO, 5, 300), ride(DAY_2, METRO, 6, 250));
        city.close(DAY_2);
        transactions = Transactions.over(database, 2);
        figures = new DayFigures(transactions);
        hours = new HourCount(database.dataSource());
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void rowsAreDaysPayersOrCanteensAndAddUpToTheSame() throws Exception {
        assertThat(rows(By.DAY, Optional.empty()))
                .containsExactly(
                        new Row("2026-11-16", "2026-11-16", 4, 3, 500 + 1700 + 900),
                        new Row("2026-11-17", "2026-11-17", 2, 0, 550));
        assertThat(rows(By.DISTRICT, Optional.empty()))
                .extracting(Row::key, Row::taps, Row::payableFen)
                .containsExactly(
                        tuple("0", 1L, 0L), tuple("1", 3L, 1050L), tuple("2", 1L, 1700L), tuple("3", 1L, 900L));
        assertThat(rows(By.CANTEEN, Optional.empty()))
                .as("by subsidy, and no metro")
                .extracting(Row::key, Row::name, Row::meals)
                .containsExactly(tuple("CANTEEN-A", "福田长者食堂", 1L), tuple("CANTEEN-B", "罗湖长者食堂", 2L));
        assertThat(rows(By.DAY, Optional.of(new Payer(3))))
                .extracting(Row::taps)
                .containsExactly(1L);
    }

    @Test
    void hoursAreCountedOnceAndComeToTheLinesOfTheDay() throws Exception {
        assertThat(answer(By.HOUR, Optional.empty()).daysNotCounted()).isEqualTo(2);
        assertThat(hours.countNext()).isTrue();
        assertThat(hours.countNext()).isTrue();
        assertThat(hours.countNext()).isFalse();
        DayFigures.Answer answer = answer(By.HOUR, Optional.empty());
        assertThat(answer.daysNotCounted()).isZero();
        assertThat(answer.rows()).hasSize(24);
        assertThat(answer.rows().get(12)).isEqualTo(new Row("12", "12", 6, 3, 500 + 1700 + 900 + 550));
        assertThat(answer.rows().get(11).taps()).isZero();
        assertThat(city.ask("""
                        SELECT count(*) FROM (
                            SELECT day, payer, service, sum(taps), sum(subsidy_fen) FROM day_hour GROUP BY 1, 2, 3
                            EXCEPT
                            SELECT day, payer, service, sum(taps), sum(subsidy + operator_subsidy + delivery_subsidy)
                            FROM clearing_line GROUP BY 1, 2, 3) AS other""")).isEqualTo("0");
    }

    @Test
    void aCountThatDiedIsDoneAgainAndADayWithoutTapsIsCountedToo() throws Exception {
        city.ask("ALTER TABLE day_hour RENAME TO elsewhere");
        assertThatExceptionOfType(java.sql.SQLException.class).isThrownBy(() -> hours.countNext());
        assertThat(city.ask("SELECT count(*) FROM day_hours_counted")).isEqualTo("0");
        city.ask("ALTER TABLE elsewhere RENAME TO day_hour");
        city.close(City.DAY_3);
        for (int day = 0; day < 3; day++) {
            assertThat(hours.countNext()).isTrue();
        }
        assertThat(hours.countNext()).isFalse();
    }

    @Test
    void nobodyAsksForMoreThanAQuarterAndOnlyThoseWhoMay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Asked(By.DAY, DAY_1, DAY_1.plusDays(92), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Asked(By.DAY, DAY_2, DAY_1, Optional.empty()));
        Actor clerk = new Actor(3L, "clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> figures.answer(clerk, new Asked(By.DAY, DAY_1, DAY_2, Optional.empty())));
    }

    private List<Row> rows(By by, Optional<Payer> payer) throws Exception {
        return answer(by, payer).rows();
    }

    private DayFigures.Answer answer(By by, Optional<Payer> payer) throws Exception {
        return figures.answer(MAKER, new Asked(by, DAY_1, DAY_2, payer));
    }
}
