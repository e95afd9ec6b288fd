package cn.suinian.gateway.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The palette of console.css against WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink, paper, 4.5",
        "ink, ground, 4.5",
        "ink-soft, paper, 4.5",
        "ink-soft, ground, 4.5",
        "green, paper, 4.5",
        "green, ground, 4.5",
        "green-dark, ground, 4.5",
        "alert, paper, 4.5",
        "alert, ground, 4.5",
        "alert, alert-ground, 4.5",
        "green, good-ground, 4.5",
        "green-dark, good-ground, 4.5",
        "ink-soft, good-ground, 4.5",
        "note, note-ground, 4.5",
        "ink, note-ground, 4.5",
        "paper, alert, 4.5",
        "paper, green-dark, 4.5",
        "rule-strong, paper, 3",
        "paper, green, 4.5",
        "rule-strong, ground, 3",
        "focus, ground, 3",
        "focus, paper, 3"
    })
    void everyPairOfColoursCanBeRead(String text, String background, double least) throws Exception {
        Map<String, String> palette = palette();
        assertThat(ratio(palette.get(text), palette.get(background))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void knowsTheTwoEndsOfTheScale() {
        assertThat(ratio("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(ratio("#777777", "#777777")).isEqualTo(1.0);
    }

    private static Map<String, String> palette() throws Exception {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/console/console.css")) {
            Map<String, String> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            return colours;
        }
    }

    private static double ratio(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
