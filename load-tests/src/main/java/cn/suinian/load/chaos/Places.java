package cn.suinian.load.chaos;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.frame.TapKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where and when the riders tap. Lunches are those of the past workdays, as stored taps that arrive late. */
final class Places {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final LocalTime LUNCH = LocalTime.of(10, 30);
    private static final int LUNCH_SECONDS = 3 * 3600;
    private static final int PAUSE_MILLIS = 40;

    /** Fewer than the late limit that the nodes are started with, less a day for the clock to pass midnight. */
    static final int LUNCH_DAYS = 12;

    /** What the nodes are told to accept. */
    static final int LATE_DAYS = 15;

    private final List<CityTerminal> buses;
    private final List<CityTerminal> gates;
    private final List<CityTerminal> tills;
    private final List<LocalDate> workdays = new ArrayList<>();
    private final Clock clock;

    Places(City city, Map<String, String> vendorKinds, WorkCalendar calendar, Clock clock) {
        this.clock = clock;
        this.buses = ofKind(city, vendorKinds, "BUS", TapKind.TRANSIT);
        this.gates = ofKind(city, vendorKinds, "METRO", TapKind.TRANSIT);
        this.tills = ofKind(city, vendorKinds, "CANTEEN", TapKind.MEAL);
        LocalDate today = now().toLocalDate();
        for (LocalDate day = today.minusDays(LUNCH_DAYS); day.isBefore(today); day = day.plusDays(1)) {
            if (calendar.isWorkday(day)) {
                workdays.add(day);
            }
        }
    }

    CityTerminal bus(Random random) {
        return any(buses, random);
    }

    CityTerminal gate(Random random) {
        return any(gates, random);
    }

    CityTerminal till(Random random) {
        return any(tills, random);
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(SHANGHAI);
    }

    OffsetDateTime lunchTime(Random random) {
        LocalTime time = LUNCH.plusSeconds(random.nextInt(LUNCH_SECONDS));
        return any(workdays, random).atTime(time).atOffset(SHANGHAI);
    }

    /** No holder pauses longer between two taps. */
    int pauseMillis() {
        return PAUSE_MILLIS;
    }

    private static List<CityTerminal> ofKind(
            City city, Map<String, String> vendorKinds, String vendorKind, TapKind kind) {
        return city.listTerminalsFor(kind).stream()
                .filter(terminal -> vendorKind.equals(vendorKinds.get(terminal.vendor())))
                .toList();
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }
}
