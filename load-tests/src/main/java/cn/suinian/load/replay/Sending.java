package cn.suinian.load.replay;

import cn.suinian.load.stage.Crew;
import cn.suinian.load.terminal.Answer;
import cn.suinian.load.terminal.Patience;
import cn.suinian.load.terminal.Reply;
import cn.suinian.load.terminal.SimulatedTerminal;
import cn.suinian.load.terminal.Tally;
import cn.suinian.load.terminal.TerminalLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends all taps, and all of them again. A card's taps go in time order; the lanes of different cards run beside each
 * other, each in time order. Of every answer only a digest is kept, so a file of millions of records fits.
 */
final class Sending {
    private static final int LANES = 64;
    private static final int OK = 200;

    private final TerminalLine line;
    private final Crew crew;
    private final Clock clock;
    private final Tally tally = new Tally();
    private final Map<String, SimulatedTerminal> terminals = new ConcurrentHashMap<>();
    private final List<List<ReplayTap>> lanes = new ArrayList<>();
    private final byte[][] digests;
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder unlike = new LongAdder();

    Sending(TerminalLine line, Crew crew, Clock clock, List<ReplayTap> taps) {
        this.line = line;
        this.crew = crew;
        this.clock = clock;
        this.digests = new byte[taps.size()][];
        for (int i = 0; i < LANES; i++) {
            lanes.add(new ArrayList<>());
        }
        taps.forEach(tap ->
                lanes.get(Math.floorMod(tap.source().card().hashCode(), LANES)).add(tap));
    }

    static int lanes() {
        return LANES;
    }

    Tally tally() {
        return tally;
    }

    /** How often an outcome, "DECLINED reason", "journey ..." or "HTTP status" was answered in the first sending. */
    long count(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    /** What was counted in the first sending and starts with these words. */
    List<String> counted(String start) {
        return counts.keySet().stream()
                .filter(what -> what.startsWith(start))
                .sorted()
                .toList();
    }

    /** How many answers of the second sending were not byte by byte those of the first. */
    long unlike() {
        return unlike.sum();
    }

    void sendFirst() throws ExecutionException, InterruptedException {
        crew.run("sending", lanes, tap -> {
            Reply reply = send(tap);
            digests[tap.place()] = digest(reply);
            note(reply);
        });
    }

    void sendAgain() throws ExecutionException, InterruptedException {
        crew.run("sending again", lanes, tap -> {
            if (!Arrays.equals(digests[tap.place()], digest(send(tap)))) {
                unlike.increment();
            }
        });
    }

    private Reply send(ReplayTap tap) throws Exception {
        return terminals
                .computeIfAbsent(
                        tap.terminal().terminalId(),
                        id -> new SimulatedTerminal(tap.terminal().identity(), line, Patience.ordinary(), clock, tally))
                .tap(tap.tap());
    }

    private void note(Reply reply) {
        if (reply.status() != OK) {
            add("HTTP " + reply.status() + " code " + Answer.problemCode(reply.body()));
            return;
        }
        Answer answer = Answer.parse(reply.body());
        add(answer.outcome());
        if (answer.reason() != null) {
            add("DECLINED " + answer.reason());
        }
        if (answer.journey() != null) {
            add("journey " + answer.journey());
        }
    }

    private void add(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    private static byte[] digest(Reply reply) {
        try {
            String text = reply.status() + "\n" + reply.body();
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
