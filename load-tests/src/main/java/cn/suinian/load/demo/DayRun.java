package cn.suinian.load.demo;

import cn.suinian.load.audit.Comparison;
import cn.suinian.load.audit.Observed;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.plan.Deed;
import cn.suinian.load.plan.Step;
import cn.suinian.load.stage.Crew;
import cn.suinian.load.terminal.Answer;
import cn.suinian.load.terminal.Patience;
import cn.suinian.load.terminal.Reply;
import cn.suinian.load.terminal.SimulatedTerminal;
import cn.suinian.load.terminal.Tally;
import cn.suinian.load.terminal.TerminalLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Carries out a plan against a terminal API and notes what came of each step. */
public final class DayRun {
    private static final int OK = 200;

    private final TerminalLine line;
    private final Patience patience;
    private final Clock clock;
    private final Tally tally = new Tally();
    private final Map<String, SimulatedTerminal> terminals = new ConcurrentHashMap<>();
    private final Map<String, String> firstReplies = new ConcurrentHashMap<>();
    private final Queue<Observed> observed = new ConcurrentLinkedQueue<>();

    public DayRun(TerminalLine line, Patience patience, Clock clock) {
        this.line = line;
        this.patience = patience;
        this.clock = clock;
    }

    /** What happened on the wire. */
    public Tally tally() {
        return tally;
    }

    /**
     * Does every holder's steps, the holders beside each other.
     *
     * @throws ExecutionException when a terminal ran out of patience
     */
    public List<Observed> carryOut(List<List<Step>> holders, Crew crew)
            throws ExecutionException, InterruptedException {
        ExecutorService beside = Executors.newCachedThreadPool();
        try {
            crew.run("taps", holders, step -> observed.add(observe(step, beside)));
        } finally {
            beside.shutdownNow();
        }
        return List.copyOf(observed);
    }

    private Observed observe(Step step, ExecutorService beside) throws Exception {
        List<Reply> replies = step.deed() == Deed.SEND_AT_ONCE ? atOnce(step, beside) : List.of(ask(step));
        Reply reply = replies.get(0);
        Answer answer = reply.status() == OK ? Answer.parse(reply.body()) : null;
        return new Observed(
                step,
                reply.status(),
                answer,
                Comparison.differences(step, reply, answer),
                replies.stream()
                        .flatMap(each -> unlikeBefore(step, each).stream())
                        .toList());
    }

    private List<Reply> atOnce(Step step, ExecutorService beside) throws Exception {
        List<Future<Reply>> asked = new ArrayList<>();
        for (int i = 0; i < step.requests(); i++) {
            asked.add(beside.submit(() -> ask(step)));
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> each : asked) {
            replies.add(each.get());
        }
        return replies;
    }

    private Reply ask(Step step) throws Exception {
        SimulatedTerminal terminal = terminalOf(step.sender());
        return switch (step.deed()) {
            case SEND, SEND_AT_ONCE -> terminal.tap(step.tap());
            case SEND_BROKEN -> terminal.tapWithBrokenMac(step.tap());
            case LOOK_UP -> terminal.lookUp(step.tap());
            case REVERSE -> terminal.reverse(step.tap());
        };
    }

    /** A reply of 200 to the same bytes from the same terminal must be the first one again. */
    private List<String> unlikeBefore(Step step, Reply reply) {
        if (reply.status() != OK) {
            return List.of();
        }
        String bytes = (step.deed() == Deed.REVERSE ? "reversal of " : "")
                + step.sender().terminalId()
                + step.tap().terminalSeq()
                + step.tap().tac();
        @Nullable String before = firstReplies.putIfAbsent(bytes, reply.body());
        return before == null || before.equals(reply.body())
                ? List.of()
                : List.of(step.story().text() + ": first " + before + ", now " + reply.body());
    }

    private SimulatedTerminal terminalOf(CityTerminal sender) {
        return terminals.computeIfAbsent(
                sender.terminalId(), id -> new SimulatedTerminal(sender.identity(), line, patience, clock, tally));
    }
}
