package cn.suinian.settlement.lens.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideHoursTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");
    private static final OpeningHours LUNCH = hours("06:30", "20:00");
    private static final Payer FUTIAN = new Payer(2);

    @Test
    void aPlaceIsOpenFromItsFirstMinuteToTheOneBeforeItsLast() {
        assertThat(LUNCH.cover(at("06:29"))).isFalse();
        assertThat(LUNCH.cover(at("06:30"))).isTrue();
        assertThat(LUNCH.cover(at("19:59"))).isTrue();
        assertThat(LUNCH.cover(at("20:00"))).isFalse();
    }

    @Test
    void theLastTrainRunsAfterMidnight() {
        OpeningHours metro = hours("05:30", "01:30");
        assertThat(metro.cover(at("23:59"))).isTrue();
        assertThat(metro.cover(at("01:29"))).isTrue();
        assertThat(metro.cover(at("01:30"))).isFalse();
        assertThat(metro.cover(at("05:29"))).isFalse();
    }

    @Test
    void hoursThatBeginWhenTheyEndAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours("06:00", "06:00"));
    }

    @Test
    void oneOrTwoEarlyTapsMeanNothing() {
        OutsideHours counted = new OutsideHours(LUNCH);
        counted.add(at("05:00"), 2);
        counted.add(at("12:00"), 900);
        assertThat(counted.judge(1, LensLimits.DEFAULT)).isEmpty();
    }

    @Test
    void asManyAsTheLimitAreFoundWithTheFirstAndTheLast() {
        OutsideHours counted = new OutsideHours(LUNCH);
        assertThat(counted.add(at("03:10"), 1)).isTrue();
        assertThat(counted.add(at("12:00"), 50)).isFalse();
        assertThat(counted.add(at("22:40"), 2)).isTrue();
        Finding finding = counted.judge(7, LensLimits.DEFAULT).orElseThrow();
        assertThat(finding.score()).isEqualTo(50);
        assertThat(finding.evidence().json())
                .isEqualTo("{\"taps\":3,\"ofTaps\":53,\"earliest\":\"03:10\",\"latest\":\"22:40\","
                        + "\"openFrom\":\"06:30\",\"openTo\":\"20:00\"}");
    }

    @Test
    void moneyCountsOnceHoweverManyThingsSpeakAboutATap() {
        Concern concern = new Concern();
        concern.finding(DAY, LUNCH);
        concern.finding(DAY, null);
        concern.findingMoney(DAY, FUTIAN, Service.MEAL, 9000);
        concern.findingMoney(DAY, FUTIAN, Service.MEAL, 1400);
        concern.flaggedTap(DAY, at("12:00"), Service.MEAL, FUTIAN, 700);
        concern.flaggedTap(DAY, at("03:00"), Service.TRANSIT, FUTIAN, 250);
        concern.flaggedTap(DAY, at("12:00"), Service.TRANSIT, Payer.CITY, 300);
        concern.flaggedTap(DAY.plusDays(1), at("03:00"), Service.MEAL, FUTIAN, 40);
        assertThat(concern.perPayer()).isEqualTo(Map.of(Payer.CITY, 300L, FUTIAN, 9040L));
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }

    private static OpeningHours hours(String from, String to) {
        return new OpeningHours(at(from), at(to));
    }
}
