package cn.suinian.load.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.fake.FakeGateway;
import cn.suinian.load.fake.Fault;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedTerminalTest {
    private static final TerminalIdentity IDENTITY =
            SmallCity.terminal(1, "METRO", TapKind.TRANSIT).identity();
    private static final Tap TAP = new Tap(
            7,
            TapKind.MEAL,
            "3104870460000000018",
            11,
            1200,
            OffsetDateTime.parse("2026-11-20T12:00:00+08:00"),
            "0123456789abcdef",
            null,
            null);
    private static final String ANSWER = "{\"outcome\":\"APPROVED\"}";

    private final List<Duration> rests = new ArrayList<>();
    private final Tally tally = new Tally();
    private FakeGateway gateway;
    private SimulatedTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway(List.of(IDENTITY), (id, frame) -> new FakeGateway.Told(200, ANSWER));
        terminal = new SimulatedTerminal(
                IDENTITY,
                new TerminalLine(gateway.url(), Duration.ofSeconds(5)),
                new Patience(4, Duration.ofMillis(100), Duration.ofSeconds(2), rests::add),
                Clock.systemUTC(),
                tally);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void believesAnAnswerWhoseMacVerifies() throws Exception {
        assertThat(terminal.tap(TAP).body()).isEqualTo(ANSWER);
        assertThat(tally.requests()).isEqualTo(1);
    }

    @Test
    void waitsAsToldAndSendsTheSameBytesAgain() throws Exception {
        gateway.willFail(Fault.BUSY);

        assertThat(terminal.tap(TAP).body()).isEqualTo(ANSWER);

        assertThat(rests).containsExactly(Duration.ofSeconds(1));
        assertThat(gateway.received()).hasSize(2).containsOnly(Frame.tap(TAP));
        assertThat(tally.busyAnswers()).isEqualTo(1);
    }

    @Test
    void sendsTheSameBytesAgainWhenTheConnectionBreaks() throws Exception {
        gateway.willFail(Fault.DROPPED_UNREAD, Fault.ANSWER_LOST);

        assertThat(terminal.tap(TAP).body()).isEqualTo(ANSWER);

        assertThat(rests).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(gateway.received()).containsOnly(Frame.tap(TAP));
        assertThat(tally.lostAnswers()).isEqualTo(2);
    }

    @Test
    void doesNotBelieveAReplyWithAWrongMac() throws Exception {
        gateway.willFail(Fault.WRONG_MAC, Fault.NO_MAC);

        assertThat(terminal.tap(TAP).body()).isEqualTo(ANSWER);

        assertThat(gateway.received()).hasSize(3).containsOnly(Frame.tap(TAP));
        assertThat(tally.wrongMacs()).isEqualTo(2);
    }

    @Test
    void asksOnceByLookUpWhenPatienceEnds() throws Exception {
        gateway.willFail(Fault.ANSWER_LOST, Fault.ANSWER_LOST, Fault.ANSWER_LOST, Fault.ANSWER_LOST);

        assertThat(terminal.tap(TAP).body()).isEqualTo(ANSWER);

        assertThat(gateway.received()).hasSize(5).endsWith(Frame.lookUp(TAP));
    }

    @Test
    void givesUpWhenNothingIsAnsweredAtAll() {
        gateway.close();

        assertThatThrownBy(() -> terminal.tap(TAP)).isInstanceOf(UnansweredException.class);
        assertThat(tally.lostAnswers()).isEqualTo(5);
    }

    @Test
    void handsOverAServerErrorAndCountsIt() throws Exception {
        gateway.willFail(Fault.BROKEN);

        assertThat(terminal.tap(TAP).status()).isEqualTo(500);
        assertThat(tally.serverErrors()).isEqualTo(1);
    }

    @Test
    void isRefusedWhenItTurnsABitOfItsMac() throws Exception {
        Reply reply = terminal.tapWithBrokenMac(TAP);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(Answer.problemCode(reply.body())).isEqualTo(40104);
        assertThat(gateway.received()).isEmpty();
        assertThat(tally.wrongMacs()).isZero();
    }
}
