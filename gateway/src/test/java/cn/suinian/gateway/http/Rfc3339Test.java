package cn.suinian.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It reads what the JDK reads, refuses what the JDK refuses, and makes of both the same. */
class Rfc3339Test {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String LETTERS = "0123456789-+:TZ. t,a１\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T08:00:00+08:00",
                "2026-11-22T00:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-02-29T00:00:00Z",
                "2028-02-29T23:59:59-17:59",
                "2026-11-22T08:00:60+08:00",
                "2026-11-22T08:00:00+18:00",
                "2026-11-22T08:00:00+18:01",
                "2026-11-22T08:00:00+17:60",
                "2026-11-22T08:00:00.5+08:00",
                "2026-11-22T08:00+08:00",
                "2026-11-22T08:00:00+08",
                "2026-11-22T08:00:00-00:00",
                "2026-11-22t08:00:00z",
                "0000-01-01T00:00:00Z",
                "-999-01-01T00:00:00Z",
                "+2026-11-22T08:00:00Z",
                "２026-11-22T08:00:00Z",
                "2026-11-22 08:00:00Z",
                ""
            })
    void agreesWithTheJdkOn(String text) {
        assertAgreement(text);
    }

    @Test
    void agreesWithTheJdkOnWhateverIsAlmostATime() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(written(random));
            for (int edits = random.nextInt(3); edits > 0 && !text.isEmpty(); edits--) {
                text.setCharAt(random.nextInt(text.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertAgreement(text.toString());
        }
    }

    private static String written(Random random) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(random.nextLong(100_000_000_000L), 0, ZoneOffset.UTC);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60 + 1) - 18 * 60) * 60);
        return SECONDS.format(at) + (random.nextInt(4) == 0 ? "Z" : offset.getId());
    }

    private static void assertAgreement(String text) {
        assertThat(read(() -> Rfc3339.parse(text))).as(text).isEqualTo(read(() -> OffsetDateTime.parse(text)));
    }

    private interface Reading {
        OffsetDateTime read();
    }

    private static Optional<OffsetDateTime> read(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
