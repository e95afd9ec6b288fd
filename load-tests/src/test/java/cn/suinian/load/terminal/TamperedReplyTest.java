package cn.suinian.load.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.fake.FakeGateway;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.fake.TamperingRelay;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody on the line changes one bit of a reply, whichever: to the terminal the tap is unanswered. */
class TamperedReplyTest {
    private static final TerminalIdentity IDENTITY =
            SmallCity.terminal(1, "METRO", TapKind.TRANSIT).identity();
    private static final String ANSWER = "{\"outcome\":\"APPROVED\",\"subsidy\":500}";
    private static final Pattern MAC = Pattern.compile("(?i)(?<=\r\nsuinian-mac: )[0-9a-f]{64}");

    /** The tap, and the look-up that follows when it gets no answer. */
    private static final int ASKED = 2;

    private final Tally tally = new Tally();
    private FakeGateway gateway;
    private TamperingRelay relay;
    private SimulatedTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway(List.of(IDENTITY), (id, frame) -> new FakeGateway.Told(200, ANSWER));
        relay = new TamperingRelay(gateway.url());
        terminal = new SimulatedTerminal(
                IDENTITY,
                new TerminalLine(relay.url(), Duration.ofSeconds(20)),
                new Patience(1, Duration.ofMillis(1), Duration.ofMillis(1), length -> {}),
                Clock.systemUTC(),
                tally);
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        gateway.close();
    }

    @Test
    void anUntouchedReplyIsBelieved() throws Exception {
        assertThat(terminal.tap(tap(1)).body()).isEqualTo(ANSWER);
        assertThat(tally.wrongMacs()).isZero();
    }

    @Test
    void noBitOfTheMacCanBeTurned() {
        for (int bit = 0; bit < 256; bit++) {
            int turned = bit;
            relay.tamper(reply -> MAC.matcher(reply).replaceFirst(mac -> withHexBitTurned(mac, turned)));
            assertUnanswered(bit);
        }
        assertThat(tally.wrongMacs()).isEqualTo(256L * ASKED);
    }

    @Test
    void noBitOfTheBodyCanBeTurned() {
        int bits = Byte.SIZE * ANSWER.length();
        for (int bit = 0; bit < bits; bit++) {
            int turned = bit;
            relay.tamper(reply -> withBitTurned(reply, reply.length() - ANSWER.length(), turned));
            assertUnanswered(bit);
        }
        assertThat(tally.wrongMacs()).isEqualTo((long) bits * ASKED);
    }

    /** Those that a turned bit makes of 200, and a few that would change what the terminal does. */
    @ParameterizedTest
    @ValueSource(ints = {201, 202, 208, 210, 220, 240, 300, 400, 401, 403, 409, 500, 503, 600})
    void theStatusCannotBeChanged(int status) {
        relay.tamper(reply -> reply.replaceFirst("HTTP/1.1 200", "HTTP/1.1 " + status));
        assertUnanswered(status);
        assertThat(tally.wrongMacs()).isEqualTo(ASKED);
    }

    @Test
    void theMacCannotBeLeftOut() {
        relay.tamper(reply -> reply.replaceFirst("(?i)suinian-mac: ", "X-Mac: "));
        assertUnanswered(0);
    }

    @Test
    void theReplyToAnotherTapIsNoAnswer() throws Exception {
        AtomicReference<String> copied = new AtomicReference<>();
        relay.tamper(reply -> {
            copied.set(reply);
            return reply;
        });
        terminal.tap(tap(1));
        relay.tamper(reply -> copied.get());
        assertUnanswered(2);
    }

    private void assertUnanswered(int seq) {
        assertThatThrownBy(() -> terminal.tap(tap(seq + 1)))
                .as("bit or status %d", seq)
                .isInstanceOf(UnansweredException.class);
    }

    private static String withHexBitTurned(MatchResult mac, int bit) {
        char[] digits = mac.group().toCharArray();
        int place = bit / 4;
        digits[place] = Character.forDigit(Character.digit(digits[place], 16) ^ 1 << bit % 4, 16);
        return Matcher.quoteReplacement(new String(digits));
    }

    private static String withBitTurned(String reply, int from, int bit) {
        char[] letters = reply.toCharArray();
        letters[from + bit / 8] ^= (char) (1 << bit % 8);
        return new String(letters);
    }

    private static Tap tap(int seq) {
        return new Tap(
                seq,
                TapKind.MEAL,
                "3104870460000000018",
                11,
                1200,
                OffsetDateTime.parse("2026-11-20T12:00:00+08:00"),
                "0123456789abcdef",
                null,
                null);
    }
}
