package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RecheckTest {

    @Test
    void aVendorWhoseComparisonFailsKeepsNoOtherWaiting(Database database) throws Exception {
        City city = City.open(database);
        try (Stand stand = new Stand(city)) {
            stand.today(DAY_2);
            city.tap(ride(DAY_1, METRO, 1, 300), lunch(DAY_1, CANTEEN_A, 2, 1_800, 1_500, 2));
            city.close(DAY_1);
            state(stand, METRO, Row.of(DAY_1, METRO, 1, 1, 1, 350, 350));
            state(stand, CANTEEN_A, Row.of(DAY_1, CANTEEN_A, 2, 2, 2, 1_800, 1_400));
            city.close(DAY_2);
            city.ask("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no disk'; END $$;"
                    + " CREATE TRIGGER failing BEFORE INSERT OR UPDATE ON break_recheck FOR EACH ROW"
                    + " WHEN (NEW.vendor_id = " + METRO + ") EXECUTE FUNCTION fail()");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> stand.recheck.runDue(Actor.house("job")));
            assertThat(city.ask("SELECT through_day FROM break_recheck WHERE vendor_id = " + CANTEEN_A))
                    .isEqualTo(DAY_2.toString());
        }
    }

    private static void state(Stand stand, int vendor, Row row) throws Exception {
        stand.take(vendor, new StatementText(vendor, DAY_1).add(row).csv());
        stand.run(vendor, DAY_1);
    }
}
