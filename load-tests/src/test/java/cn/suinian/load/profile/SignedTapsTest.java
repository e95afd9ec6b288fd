package cn.suinian.load.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.city.City;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.SignedFrame;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedTapsTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void signsEachTapOnceAndNoneOfTheNextRunTwice() {
        City city = SmallCity.withHolders(200);

        List<SignedFrame> first = new SignedTaps(city, MORNING).rides(500);
        List<SignedFrame> second = new SignedTaps(city, MORNING.plusSeconds(20)).rides(500);

        assertThat(first).hasSize(500).doesNotContainAnyElementsOf(second).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnyHostButThisMachine() {
        City local = SmallCity.withHolders(200);
        City elsewhere = new City(URI.create("http://192.0.2.1:8480"), local.terminals(), local.cards());

        assertThatThrownBy(() -> new SignedTaps(elsewhere, MORNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback only");
    }

    @Test
    void boundsRateAndTime() {
        Path file = Path.of("city.json");

        assertThat(new PeakSettings(file, 300, 60, 100).taps()).isBetween(10_000, 13_000);
        assertThatThrownBy(() -> new PeakSettings(file, 5_000, 60, 100)).hasMessageContaining("RATE");
        assertThatThrownBy(() -> new PeakSettings(file, 300, 3_600, 100)).hasMessageContaining("SECONDS");
    }
}
