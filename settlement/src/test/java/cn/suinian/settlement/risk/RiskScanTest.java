package cn.suinian.settlement.risk;

import static cn.suinian.settlement.risk.RiskCity.BUS;
import static cn.suinian.settlement.risk.RiskCity.CANTEEN;
import static cn.suinian.settlement.risk.RiskCity.DAY;
import static cn.suinian.settlement.risk.RiskCity.GATE;
import static cn.suinian.settlement.risk.RiskCity.Planted.tap;
import static cn.suinian.settlement.risk.RiskCity.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.risk.RiskCity.Planted;
import cn.suinian.settlement.risk.policy.FlagKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scan over a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class RiskScanTest {
    private static final int ENTRY = 1;
    private static final int EXIT = 2;
    private static final int BOARD = 3;
    private static final Map<FlagKind, Integer> ONE_OF_EACH = Arrays.stream(FlagKind.values())
            .collect(Collectors.toMap(Function.identity(), kind -> kind == FlagKind.OVERLAPPING_JOURNEYS ? 2 : 1));

    private RiskCity city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = RiskCity.open(database);
    }

    @Test
    void findsACaseOfEachKindAmongOrdinaryTaps() throws Exception {
        plantOrdinary();
        plantOneOfEachKind(Duration.ofSeconds(1));
        assertThat(city.scanAfterTheLastTap()).isEqualTo(10);
        assertThat(city.flags()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void findsThemAmongTapsThatCameHoursLater() throws Exception {
        plantOrdinary();
        assertThat(city.scanAfterTheLastTap()).as("ordinary taps").isZero();
        plantOneOfEachKind(Duration.ofHours(30));
        assertThat(city.scanAfterTheLastTap()).isEqualTo(10);
        assertThat(city.flags()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void lookingAgainFindsNothingNew() throws Exception {
        plantOneOfEachKind(Duration.ofSeconds(1));
        assertThat(city.scanAfterTheLastTap()).isEqualTo(10);
        assertThat(city.scanAfterTheLastTap()).isZero();
        city.ask("DELETE FROM risk_watermark");
        assertThat(city.scanAfterTheLastTap()).isZero();
        closeTheDay();
        assertThat(city.scanner(Duration.ZERO).finishOldestDay().orElseThrow().newFlags())
                .isZero();
        assertThat(city.flags()).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void aClearedDayIsLookedAtOnceAsAWhole() throws Exception {
        plantOneOfEachKind(Duration.ofSeconds(1));
        RiskScan scanner = city.scanner(Duration.ZERO);
        assertThat(scanner.finishOldestDay().orElseThrow().taps()).isZero();
        closeTheDay();
        RiskRound round = scanner.finishOldestDay().orElseThrow();
        assertThat(round.caughtUp()).isTrue();
        assertThat(round.flags()).isEqualTo(ONE_OF_EACH);
        assertThat(round.taps()).isEqualTo(Long.parseLong(city.ask("SELECT count(*) FROM tap")));
        assertThat(city.ask("SELECT day || ' ' || finished_by FROM risk_day")).isEqualTo(DAY + " process 1 on node-1");
        assertThat(scanner.finishOldestDay().orElseThrow().taps()).isZero();
    }

    @Test
    void aLateTapIsComparedWithTheTapsBeforeAndAfterIt() throws Exception {
        city.plant(tap("09:00:00", CANTEEN, 1), tap("09:10:00", CANTEEN, 1));
        assertThat(city.scanAfterTheLastTap()).isZero();
        city.plant(tap("09:05:00", STATION, 1).later(Duration.ofHours(9)));
        assertThat(city.scanAfterTheLastTap()).isEqualTo(2);
        assertThat(city.ask("SELECT string_agg(tap.tapped_at::time || ' after ' || other.tapped_at::time, ', '"
                        + " ORDER BY tap.tapped_at) FROM risk_flag f"
                        + " JOIN tap tap USING (tap_date, terminal_id, terminal_seq, holder_id)"
                        + " JOIN tap other ON other.terminal_seq = f.other_terminal_seq"))
                .isEqualTo(city.ask("SELECT timestamptz '2026-11-16 09:05+08'::time || ' after '"
                        + " || timestamptz '2026-11-16 09:00+08'::time || ', '"
                        + " || timestamptz '2026-11-16 09:10+08'::time || ' after '"
                        + " || timestamptz '2026-11-16 09:05+08'::time"));
    }

    @Test
    void twoLateTapsOfDifferentDaysAreComparedAcrossMidnight() throws Exception {
        Planted before = tap("23:58:00", CANTEEN, 1);
        city.plant(before);
        assertThat(city.scanAfterTheLastTap()).isZero();
        Planted after =
                new Planted(DAY.plusDays(1).atTime(0, 2), Duration.ofHours(60), STATION, 0, 1, 4, null, 0, 0, null);
        city.plant(after);
        assertThat(city.scanAfterTheLastTap()).isEqualTo(1);
    }

    @Test
    void aFlagHasWhatAClerkNeedsAndNoName() throws Exception {
        city.plant(
                tap("09:00:00", CANTEEN, 1).numbered(5),
                tap("09:06:00", STATION, 1).numbered(6));
        city.scanAfterTheLastTap();
        assertThat(city.ask("SELECT (score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,"
                        + " other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id)::text"
                        + " FROM risk_flag"))
                .isEqualTo("(74,2026-11-16,2,2026-11-16,2,6,1,2026-11-16,1,5,1)");
        assertThat(city.ask("SELECT evidence - 'tappedAt' - 'otherTappedAt' FROM risk_flag"))
                .isEqualTo("{\"kmh\": 238, \"metres\": 27725, \"seconds\": 360, \"limitKmh\": 120,"
                        + " \"slackSeconds\": 60}");
    }

    /** An authority's office speaks of holders who are elsewhere. */
    @Test
    void theFeedOfAnAuthorityIsNowhereTheHolderWas() throws Exception {
        city.ask("UPDATE terminal SET feeds = '{HEALTH_CODE}' WHERE terminal_id = " + STATION);
        city.plant(
                tap("09:00:00", CANTEEN, 1),
                tap("09:01:00", STATION, 1),
                tap("12:00:00", CANTEEN, 2).lunch(),
                tap("12:05:00", STATION, 2).ride(ENTRY),
                tap("14:00:00", CANTEEN, 3),
                tap("14:01:00", STATION, 3),
                tap("14:02:00", GATE, 3));
        city.scanAfterTheLastTap();
        assertThat(city.flags()).isEqualTo(Map.of(FlagKind.IMPOSSIBLE_TRAVEL, 1));
        assertThat(city.ask("SELECT terminal_id || ' after ' || other_terminal_id FROM risk_flag"))
                .isEqualTo(GATE + " after " + CANTEEN);
    }

    @Test
    void theCitysLimitsHold() throws Exception {
        city.ask("UPDATE risk_limit SET value = 300 WHERE name = 'TRAVEL_KMH'");
        city.plant(tap("09:00:00", CANTEEN, 1), tap("09:06:00", STATION, 1));
        assertThat(city.scanAfterTheLastTap()).isZero();
        assertRefused("23514", "UPDATE risk_limit SET value = 0");
        assertRefused("23514", "INSERT INTO risk_limit VALUES ('TRAVEL_MPH', 75, 'no such limit')");
    }

    @Test
    void aFlagIsNeverChangedOrTakenBack() throws Exception {
        city.plant(tap("09:00:00", CANTEEN, 1), tap("09:06:00", STATION, 1));
        city.scanAfterTheLastTap();
        assertRefused("23001", "UPDATE risk_flag SET score = 0");
        assertRefused("23001", "DELETE FROM risk_flag");
        assertRefused("23001", "TRUNCATE risk_flag CASCADE");
    }

    @Test
    void oneScansAtATimeInTheWholeHouse() throws Exception {
        try (Connection other = city.database().dataSource().getConnection()) {
            other.createStatement().execute("SELECT pg_advisory_lock(7203)");
            assertThat(city.scanner(Duration.ZERO).scan(Pass.PROMPT)).isEmpty();
            assertThat(city.scanner(Duration.ZERO).finishOldestDay()).isEmpty();
        }
    }

    @Test
    void anOutageIsCaughtUpHourByHour() throws Exception {
        city.plant(
                tap("09:00:00", CANTEEN, 1),
                tap("09:06:00", STATION, 1),
                tap("14:00:00", CANTEEN, 2),
                tap("14:06:00", STATION, 2));
        city.ask("INSERT INTO risk_watermark VALUES ('PROMPT', '2026-11-16 08:30+08')");
        RiskScan hourly = new RiskScan(city.database().dataSource(), "test", Duration.ZERO, Duration.ofHours(1));
        RiskRound first = hourly.scan(Pass.PROMPT).orElseThrow();
        assertThat(first.caughtUp()).isFalse();
        assertThat(first.taps() + " " + first.newFlags()).isEqualTo("2 1");
        assertThat(city.ask("SELECT received_up_to = '2026-11-16 09:30+08' FROM risk_watermark"))
                .isEqualTo("t");
        for (int hour = 0; hour < 5; hour++) {
            assertThat(hourly.scan(Pass.PROMPT)).isPresent();
        }
        assertThat(city.flags()).isEqualTo(Map.of(FlagKind.IMPOSSIBLE_TRAVEL, 2));
    }

    private void assertRefused(String state, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask(sql))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    private void plantOrdinary() throws SQLException {
        for (int holder = 100; holder < 300; holder++) {
            String minute = String.format("%02d", holder % 60);
            city.plant(
                    tap("08:" + minute + ":00", BUS, holder).ride(BOARD),
                    tap("11:" + minute + ":" + String.format("%02d", holder / 10), CANTEEN, holder)
                            .lunch(),
                    tap("15:" + minute + ":00", STATION, holder).ride(ENTRY),
                    tap("16:" + minute + ":00", CANTEEN, holder).ride(EXIT));
        }
    }

    private void plantOneOfEachKind(Duration later) throws SQLException {
        long goodFaith = new FactsSeen(76, null, Set.of(), CardStatus.LOST, false, true, 0).packed();
        city.ask("UPDATE holder SET deceased_on = '2026-11-10' WHERE holder_id = 5");
        Planted[] taps = {
            tap("09:00:00", CANTEEN, 1),
            tap("09:06:00", STATION, 1),
            tap("09:00:00", CANTEEN, 2).ride(ENTRY),
            tap("10:00:00", STATION, 2).ride(ENTRY),
            tap("10:20:00", STATION, 2).ride(EXIT),
            tap("11:00:00", CANTEEN, 2).ride(EXIT),
            tap("12:00:00", CANTEEN, 4).lunch(),
            tap("12:09:59", GATE, 4).ride(ENTRY),
            tap("09:00:00", BUS, 5).ride(BOARD),
            tap("09:00:00", BUS, 6).declined(DeclineReason.CARD_LOST.number()),
            tap("09:00:00", BUS, 7).ride(BOARD).seeing(goodFaith),
            tap("09:00:00", BUS, 8).ride(BOARD).numbered(77),
            tap("09:30:00", BUS, 9).ride(BOARD).numbered(77),
            tap("09:00:00", BUS, 10).declined(DeclineReason.COUNTER_REPLAYED.number()),
            tap("09:10:00", BUS, 10).declined(DeclineReason.COUNTER_REPLAYED.number()),
            tap("09:20:00", BUS, 10).declined(DeclineReason.COUNTER_REPLAYED.number())
        };
        for (Planted tap : taps) {
            city.plant(tap.later(later));
        }
        for (int i : IntStream.range(0, 12).toArray()) {
            city.plant(tap(String.format("13:00:%02d", 2 * i), CANTEEN, 20 + 3 * i)
                    .lunch()
                    .later(later));
        }
    }

    private void closeTheDay() throws SQLException {
        city.ask("INSERT INTO business_day (day, state) VALUES ('2026-11-16', 'OPEN')");
        new cn.suinian.settlement.businessday.DayClose(
                        city.database().dataSource(),
                        java.time.Clock.fixed(
                                java.time.Instant.parse("2026-11-16T16:05:00Z"), java.time.ZoneOffset.UTC),
                        cn.suinian.settlement.businessday.ClosePolicy.DEFAULT,
                        "test")
                .close(DAY, cn.suinian.settlement.businessday.CloseListener.SILENT);
    }
}
