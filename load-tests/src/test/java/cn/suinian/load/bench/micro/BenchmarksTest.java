package cn.suinian.load.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.Verdict;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.money.Payer;
import cn.suinian.gateway.terminal.body.TapBody;
import cn.suinian.gateway.terminal.gate.Credential;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    private final SignedRide ride = SignedRide.ofTheScene();

    @Test
    void theBusRideIsPaidByTheCity() {
        assertThat(answer(new Decisions().busRide()))
                .isEqualTo(new Answer(null, 200, new Grant(1, "TRANSIT", Payer.CITY, 0, 0), null, null));
    }

    @Test
    void theMetroExitCompletesTheJourney() {
        Answer answer = answer(new Decisions().metroExit());

        assertThat(answer.journey()).isEqualTo(new Journey(Outcome.COMPLETED, Scene.TERMINAL + 1, Scene.TERMINAL_SEQ));
        assertThat(answer.subsidyFen()).isEqualTo(500);
    }

    @Test
    void theLunchIsPaidByTheDistrictAndLeavesTwoOfTheWeek() {
        assertThat(answer(new Decisions().lunch()))
                .isEqualTo(new Answer(null, 500, new Grant(4, "MEAL", new Payer(2), 200, 0), 2, null));
    }

    @Test
    void theTerminalsMacAndTheCardsTacAreRight() {
        assertThat(new Proofs().requestMac()).isTrue();
        assertThat(new Proofs().tac()).isTrue();
        assertThat(ride.signed().frame().target()).isEqualTo("/v1/taps");
        assertThat(("POST\n/v1/taps\n" + ride.sent() + "\n"
                                + ride.signed().frame().body())
                        .getBytes(UTF_8))
                .hasSizeBetween(300, 400);
    }

    @Test
    void theReplysMacIsWhatTheTerminalExpects() {
        String reply = new Texts().writeAnswer();

        assertThat(new Proofs().replyMac())
                .isEqualTo(ride.terminal().replyMac(200, ride.signed().mac(), reply));
        assertThat(reply)
                .startsWith("{\"tapId\":\"20261125-440390000001-90210-")
                .contains("\"APPROVED\"");
    }

    @Test
    void theHeaderIsThatOfTheSignedRide() {
        assertThat(new Texts().readAuthorization())
                .isEqualTo(new Credential(
                        Scene.TERMINAL,
                        SignedRide.KEY_VERSION,
                        ride.sent(),
                        ride.signed().mac()));
    }

    @Test
    void theBodyIsTheRideThatIsDecided() {
        TapBody body = new Texts().readTap();

        assertThat(body.card()).contains(new CardNumber(Scene.CARD_SERIAL));
        assertThat(body.at()).isEqualTo(Scene.busRide().at());
        assertThat(body.tappedAt()).isEqualTo(Scene.busRide().tappedAt());
        assertThat(body.context()).isEqualTo(Scene.busRide().context());
    }

    @Test
    void eachBenchmarkIsOnTheListThatIsRun() {
        assertThat(Micro.names())
                .containsExactlyInAnyOrder(
                        "decisions: bus ride",
                        "decisions: metro exit",
                        "decisions: lunch",
                        "proofs: request mac",
                        "proofs: reply mac",
                        "proofs: tac",
                        "texts: read authorization",
                        "texts: read tap",
                        "texts: write answer");
    }

    private static Answer answer(Verdict verdict) {
        return ((Decided) verdict).answer();
    }
}
