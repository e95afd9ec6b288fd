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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What operators see of the terminal API. Nothing here can tell one holder from another. */
public final class TapMeters {

    private final Map<Service, Counter> approved = new EnumMap<>(Service.class);
    private final Map<DeclineReason, Counter> declined = new EnumMap<>(DeclineReason.class);
    private final Map<ProblemCode, Counter> problems = new EnumMap<>(ProblemCode.class);
    private final Map<TapOrigin, Map<TapEnd, Timer>> answered = new EnumMap<>(TapOrigin.class);
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
        for (TapOrigin origin : TapOrigin.values()) {
            Map<TapEnd, Timer> ends = new EnumMap<>(TapEnd.class);
            for (TapEnd end : TapEnd.values()) {
                ends.put(end, timer(registry, origin, end));
            }
            answered.put(origin, ends);
        }
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

    /** A tap was approved or declined; its request was here so long before. */
    public void answered(TapOrigin origin, Service service, Answer answer, long nanos) {
        DeclineReason reason = answer.reason();
        Counter counter = reason == null ? approved.get(service) : declined.get(reason);
        if (counter != null) {
            counter.increment();
        }
        record(origin, TapEnd.ANSWERED, nanos);
    }

    /** A tap that was taken in got a problem instead of an answer. */
    public void failed(TapOrigin origin, ProblemCode code, long nanos) {
        record(origin, code.status() >= 500 ? TapEnd.FAILED : TapEnd.REFUSED, nanos);
    }

    private void record(TapOrigin origin, TapEnd end, long nanos) {
        Map<TapEnd, Timer> ends = answered.get(origin);
        Timer timer = ends == null ? null : ends.get(end);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer timer(MeterRegistry registry, TapOrigin origin, TapEnd end) {
        return Timer.builder("suinian.taps.answered")
                .description("from the last byte of the request to the answer or problem, commit included")
                .tag("call", origin.name().toLowerCase(Locale.ROOT))
                .tag("outcome", end.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(registry);
    }

    public void problem(ProblemCode code) {
        Counter counter = problems.get(code);
        if (counter != null) {
            counter.increment();
        }
    }
}
