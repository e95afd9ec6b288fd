package cn.suinian.settlement.risk;

import static cn.suinian.settlement.risk.RiskCity.CANTEEN;
import static cn.suinian.settlement.risk.RiskCity.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taps that become visible in another order than they were received, with no minute to spare. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class WatermarkRaceTest {
    private RiskCity city;
    private Connection slow;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = RiskCity.open(database);
        city.ask("UPDATE open_business_day SET day = (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date");
        slow = database.dataSource().getConnection();
        slow.setAutoCommit(false);
    }

    @AfterEach
    void close() throws Exception {
        slow.close();
    }

    @Test
    void aTapReceivedEarlierAndCommittedLaterIsNotLost() throws Exception {
        city.plant(now(CANTEEN, 1), now(CANTEEN, 2));
        assertThat(city.scan()).isZero();
        beginSlowly();
        city.plant(slow, now(STATION, 1));
        city.plant(now(STATION, 2));
        assertThat(city.scan()).isEqualTo(1);
        city.plant(now(CANTEEN, 3));
        assertThat(city.scan()).isZero();
        slow.commit();
        assertThat(city.scan()).isEqualTo(1);
        assertThat(city.ask("SELECT string_agg(holder_id::text, ',' ORDER BY flag_id) FROM risk_flag"))
                .isEqualTo("2,1");
    }

    @Test
    void theWatermarkWaitsForThoseWhoWriteTapsAndForNobodyElse() throws Exception {
        city.scan();
        city.plant(slow, now(STATION, 1));
        String held = watermarkAfterAScan();
        city.plant(now(CANTEEN, 2));
        assertThat(watermarkAfterAScan()).as("while a posting is under way").isEqualTo(held);
        slow.rollback();
        slow.createStatement().execute("SELECT count(*) FROM tap");
        assertThat(watermarkAfterAScan()).as("while somebody reads").isGreaterThan(held);
    }

    @Test
    void theWatermarkStaysBehindTheClockByTheTimeATapMayWait() throws Exception {
        city.scan(city.scanner(Duration.ofMinutes(1)));
        city.ask("UPDATE open_business_day SET day = day");
        assertThat(city.ask("SELECT max(received_up_to) BETWEEN clock_timestamp() - interval '5 minutes'"
                        + " AND clock_timestamp() - interval '1 minute' FROM risk_watermark"))
                .isEqualTo("t");
        city.plant(now(CANTEEN, 1));
        assertThat(city.scan(city.scanner(Duration.ofMinutes(1)))).isZero();
        city.plant(now(STATION, 1));
        assertThat(city.scan(city.scanner(Duration.ofMinutes(1))))
                .as("taps within the last minute are looked at, and again later")
                .isEqualTo(1);
    }

    /** A real tap is received before its transaction begins; the minute is for that, and there is none here. */
    private void beginSlowly() throws Exception {
        slow.createStatement().execute("SELECT 1");
    }

    private String watermarkAfterAScan() throws Exception {
        city.scan();
        return city.ask("SELECT received_up_to AT TIME ZONE 'UTC' FROM risk_watermark WHERE pass = 'PROMPT'");
    }

    /** Made and received now, by the database's clock. */
    private RiskCity.Planted now(long terminal, int holder) throws Exception {
        String shenzhen = city.ask(
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai'," + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US')");
        return new RiskCity.Planted(
                LocalDateTime.parse(shenzhen), Duration.ZERO, terminal, 0, holder, 4, null, 0, 0, null);
    }
}
