package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.stage.TapStage;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.http.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What operators see of the terminal API. Nothing here can tell one holder from another. */
public final class TapMeters {

    private final Map<Service, Counter> approved = new EnumMap<>(Service.class);
    private final Map<DeclineReason, Counter> declined = new EnumMap<>(DeclineReason.class);
    private final Map<ProblemCode, Counter> problems = new EnumMap<>(ProblemCode.class);
    private final Timer answered;
    private final Timer verify;
    private final Timer parse;

    public TapMeters(MeterRegistry registry) {
        for (Service service : Service.values()) {
            approved.put(
                    service,
                    Counter.builder("suinian.taps.approved")
                            .description("taps approved, retries included")
                            .tag("service", service.name())
                            .register(registry));
        }
        for (DeclineReason reason : DeclineReason.values()) {
            declined.put(
                    reason,
                    Counter.builder("suinian.taps.declined")
                            .description("taps declined, retries included")
                            .tag("reason", reason.name())
                            .register(registry));
        }
        for (ProblemCode code : ProblemCode.values()) {
            problems.put(
                    code,
                    Counter.builder("suinian.problems")
                            .description("requests answered with a problem")
                            .tag("code", Integer.toString(code.code()))
                            .register(registry));
        }
        answered = Timer.builder("suinian.taps.answered")
                .description("from the last byte of the request to the answer, commit included")
                .publishPercentileHistogram()
                .register(registry);
        verify = TapStage.VERIFY.timer(registry);
        parse = TapStage.PARSE.timer(registry);
    }

    /** The MAC of a request with so many taps was proven in this time. */
    public void verified(long nanos, int taps) {
        verify.record(nanos / taps, TimeUnit.NANOSECONDS);
    }

    /** The body of a request with so many taps was read in this time. */
    public void parsed(long nanos, int taps) {
        parse.record(nanos / taps, TimeUnit.NANOSECONDS);
    }

    public void answered(Service service, Answer answer, long nanos) {
        DeclineReason reason = answer.reason();
        Counter counter = reason == null ? approved.get(service) : declined.get(reason);
        if (counter != null) {
            counter.increment();
        }
        answered.record(nanos, TimeUnit.NANOSECONDS);
    }

    public void problem(ProblemCode code) {
        Counter counter = problems.get(code);
        if (counter != null) {
            counter.increment();
        }
    }
}
