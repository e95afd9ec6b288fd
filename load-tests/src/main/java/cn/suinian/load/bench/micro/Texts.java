package cn.suinian.load.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.gateway.terminal.body.TapBody;
import cn.suinian.gateway.terminal.body.TapBodyParser;
import cn.suinian.gateway.terminal.call.AnswerJson;
import cn.suinian.gateway.terminal.gate.Credential;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to read what a terminal writes, and to write what it reads. */
@State(Scope.Benchmark)
public class Texts {
    private SignedRide ride = SignedRide.ofTheScene();
    private List<String> authorization = List.of(ride.signed().authorization());
    private byte[] body = ride.signed().frame().body().getBytes(UTF_8);
    private Tap tap = Scene.busRide();
    private Answer answer = ((Decided) new Decisions().busRide()).answer();
    private TapId id =
            TapId.of(tap.key().tapDate(), tap.key().terminalId(), tap.key().terminalSeq(), tap.tac());

    /** The Authorization header of a request. */
    @Benchmark
    public Credential readAuthorization() {
        return Credential.parse(authorization);
    }

    /** The body of a bus ride. */
    @Benchmark
    public TapBody readTap() {
        return TapBodyParser.parse(body);
    }

    /** The answer to a bus ride. */
    @Benchmark
    public String writeAnswer() {
        return AnswerJson.of(answer, id, tap.service(), Direction.BOARD, tap.amountFen());
    }
}
