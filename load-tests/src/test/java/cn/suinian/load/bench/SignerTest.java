package cn.suinian.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.driver.Ammunition;
import cn.suinian.load.frame.MasterKeys;
import cn.suinian.load.frame.Sm4Key;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests are as terminals make them: of now when the line is up, of hours ago when it was not. */
class SignerTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final long DENYLIST = 7;
    private static final java.util.regex.Pattern TAPPED_AT =
            java.util.regex.Pattern.compile("\"tappedAt\":\"([^\"]+)\"");
    private static final java.util.regex.Pattern SENT = java.util.regex.Pattern.compile("sent=\"([^\"]+)\"");

    private final MasterKeys masters = new MasterKeys(
            Sm4Key.ofHex("00112233445566778899aabbccddeeff"), Sm4Key.ofHex("ffeeddccbbaa99887766554433221100"));
    private final Signer signer =
            new Signer(new BenchCity(masters, 2_000), Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), DENYLIST);

    @Test
    void aBacklogIsOfTheHoursBeforeOldestFirst() {
        Ammunition backlog = signer.storedTaps(Pattern.UNIFORM, 2, 100);
        for (byte[] request : backlog.requests()) {
            List<Instant> tapped = times(TAPPED_AT, request);
            assertThat(tapped).hasSize(100).isSorted();
            assertThat(tapped.get(0)).isEqualTo(NOW.minus(Duration.ofHours(4)));
            assertThat(tapped.get(99)).isBefore(NOW.minus(Duration.ofMinutes(10)));
            assertThat(times(SENT, request)).containsExactly(NOW);
            assertThat(new String(request, StandardCharsets.UTF_8).split("\"denylistVersion\":7", -1))
                    .hasSize(101);
        }
    }

    @Test
    void aTapOfASteadyRateIsOfTheMomentWhenItIsDue() {
        Ammunition steady = signer.taps(Pattern.UNIFORM, 1_201, 2);
        assertThat(times(TAPPED_AT, steady.requests().get(1_200))).containsExactly(NOW.plusSeconds(600));
        assertThat(times(SENT, steady.requests().get(1_200))).containsExactly(NOW.plusSeconds(600));
        assertThat(times(TAPPED_AT, steady.requests().get(1))).containsExactly(NOW);
    }

    @Test
    void aTapOfTheHighestRateIsOfNowAndSaysNothingOfAList() {
        byte[] request = signer.taps(Pattern.UNIFORM, 1).requests().get(0);
        assertThat(times(TAPPED_AT, request)).containsExactly(NOW);
        assertThat(new String(request, StandardCharsets.UTF_8)).doesNotContain("denylistVersion");
    }

    private static List<Instant> times(java.util.regex.Pattern pattern, byte[] request) {
        return pattern.matcher(new String(request, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .toList();
    }
}
