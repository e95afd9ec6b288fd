package cn.suinian.settlement.watch;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.TapRow;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayWatchTest {

    @Test
    void aVendorThatFallsSilentAndAHeadThatCostsMoreAreSeen(Database database) throws Exception {
        City city = City.open(database);
        LocalDate fifth = DAY_1.plusDays(28);
        try (Connection connection = database.dataSource().getConnection()) {
            for (LocalDate day = DAY_1; day.isBefore(fifth); day = day.plusDays(7)) {
                lunches(city, connection, day, CANTEEN_A, 500, 1, 25);
                lunches(city, connection, day, CANTEEN_B, 500, 26, 25);
                city.close(day.plusDays(6));
            }
            lunches(city, connection, fifth, CANTEEN_A, 1000, 1, 1);
            lunches(city, connection, fifth, CANTEEN_B, 1000, 26, 25);
            city.close(fifth);
        }
        HeadCount heads = new HeadCount(database.dataSource());
        int counted = 0;
        while (heads.countNext()) {
            counted++;
        }
        assertThat(counted).isEqualTo(29);
        DayWatch.Standing standing = new DayWatch(database.dataSource()).look(noonAfter(fifth));
        assertThat(standing.silentVendors()).containsOnly(java.util.Map.entry("CANTEEN-A", 25L));
        assertThat(standing.subsidyPerHead().get(2)).isEqualTo(2.0);
        assertThat(standing.daysNotCleared()).isZero();
        assertThat(standing.oldestSeconds()).isZero();
    }

    @Test
    void aDayThatIsOverAndNotClearedIsSeenWithItsAge(Database database) throws Exception {
        City city = City.open(database);
        city.close(DAY_1);
        DayWatch.Standing standing = new DayWatch(database.dataSource()).look(noonAfter(DAY_1.plusDays(1)));
        assertThat(standing.daysNotCleared()).isEqualTo(1);
        assertThat(standing.oldestSeconds()).isEqualTo(12 * 3600);
    }

    /** Noon in Shenzhen of the day after. */
    private static Instant noonAfter(LocalDate day) {
        return Instant.parse(day.plusDays(1) + "T04:00:00Z");
    }

    private static void lunches(
            City city, Connection connection, LocalDate day, int vendor, int subsidy, int first, int count)
            throws Exception {
        for (int holder = first; holder < first + count; holder++) {
            city.tap(connection, TapRow.lunch(day, vendor, holder, 1800, subsidy, 2));
        }
    }
}
