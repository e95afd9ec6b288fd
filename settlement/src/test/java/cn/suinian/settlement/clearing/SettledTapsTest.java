package cn.suinian.settlement.clearing;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.refused;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.City;
import cn.suinian.settlement.clearing.SettledTaps.Line;
import cn.suinian.settlement.clearing.SettledTaps.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SettledTapsTest {
    private City city;

    @BeforeEach
    void closeTwoDays(Database database) throws Exception {
        city = City.open(database);
        for (int holder = 1; holder <= 7; holder++) {
            city.tap(lunch(DAY_1, CANTEEN_A, holder, 1800, 1500, 2));
        }
        city.tap(ride(DAY_1, METRO, 8, 500), refused(DAY_1, CANTEEN_A, 9, 20));
        city.close(DAY_1);
        city.tap(lunch(DAY_1, CANTEEN_A, 10, 1000, 800, 2), lunch(DAY_2, CANTEEN_A, 11, 1200, 1000, 2));
        city.reverse(1);
        city.close(DAY_2);
    }

    @Test
    void theTapsBehindALineComeToTheLineAndNoneIsLeftOutBetweenPages() throws Exception {
        Line line = new Line(DAY_1, "CANTEEN-A", Optional.of(new Payer(2)), Service.MEAL);
        List<SettledTap> all = new ArrayList<>();
        Optional<TapId> from = Optional.empty();
        int pages = 0;
        do {
            Page page = behind(line, from);
            all.addAll(page.taps());
            from = page.next();
            pages++;
        } while (from.isPresent());
        assertThat(pages).isEqualTo(3);
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        Sums sums = city.days().findReport(DAY_1).orElseThrow().lines().get(0).sums();
        assertThat(all.stream().mapToLong(SettledTap::subsidyFen).sum()).isEqualTo(sums.subsidyFen());
        assertThat(all.stream().mapToLong(SettledTap::extraFen).sum())
                .isEqualTo(sums.operatorSubsidyFen() + sums.deliverySubsidyFen());
    }

    @Test
    void aLaterDayHasItsLateTapsAndWhatWasTakenBackInIt() throws Exception {
        Line line = new Line(DAY_2, "CANTEEN-A", Optional.of(new Payer(2)), Service.MEAL);
        assertThat(behind(line, Optional.empty()).taps())
                .extracting(tap -> tap.id().tapDate())
                .containsExactly(DAY_1, DAY_2);
        assertThat(city.days()
                        .listTaps(taps -> taps.late(DAY_2, Optional.empty(), 3))
                        .taps())
                .singleElement()
                .satisfies(tap -> assertThat(tap.subsidyFen()).isEqualTo(800));
        assertThat(city.days()
                        .listTaps(taps -> taps.late(DAY_1, Optional.empty(), 3))
                        .taps())
                .isEmpty();
        assertThat(city.days()
                        .listTaps(taps -> taps.reversed(DAY_2, Optional.empty(), 3))
                        .taps())
                .singleElement()
                .satisfies(tap -> assertThat(tap.id().tapDate()).isEqualTo(DAY_1));
    }

    @Test
    void whatPayersOweIsWhatTheLinesSayLessWhatWasTakenBack() throws Exception {
        assertThat(city.days().listPayerDays(DAY_1, DAY_2))
                .extracting(each -> each.day() + " "
                        + each.payer().map(Payer::label).orElse("-") + " " + each.taps() + " " + each.fen())
                .containsExactly(
                        "2026-11-16 CITY 1 500",
                        "2026-11-16 FUTIAN 7 " + 7 * 1700,
                        "2026-11-17 FUTIAN 2 " + (1000 + 1200 - 1700));
    }

    private Page behind(Line line, Optional<TapId> from) throws SQLException {
        return city.days().listTaps(taps -> taps.behind(line, from, 3));
    }
}
