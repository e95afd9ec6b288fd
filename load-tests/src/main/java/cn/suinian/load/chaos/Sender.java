package cn.suinian.load.chaos;

import cn.suinian.load.chaos.Outcome.Kind;
import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.SignedFrame;
import cn.suinian.load.terminal.Answer;
import cn.suinian.load.terminal.Reply;
import cn.suinian.load.terminal.TerminalLine;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Sends requests, each once, through whichever node the caller names, and believes nothing without a right MAC. */
final class Sender {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Longer than a node keeps a tap waiting before it says 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int NEVER_SEEN = 40402;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final List<TerminalLine> nodes;
    private final TapLedger ledger;
    private final Clock clock;

    Sender(List<URI> nodes, TapLedger ledger, Clock clock) {
        this.nodes =
                nodes.stream().map(node -> new TerminalLine(node, PATIENCE)).toList();
        this.ledger = ledger;
        this.clock = clock;
    }

    int nodes() {
        return nodes.size();
    }

    /** Sends the tap and notes what it was told. */
    Outcome send(SentTap sent, int node, Fate ifAnswered) throws InterruptedException {
        sent.sending(System.nanoTime());
        Outcome outcome = exchange(sent.sender(), Frame.tap(sent.tap()), node);
        if (outcome.kind() == Kind.ANSWERED) {
            sent.answered(outcome.text(), ifAnswered);
        } else if (outcome.kind() == Kind.REFUSED) {
            sent.refused(outcome.text());
        }
        return outcome;
    }

    /** Asks what became of the tap, and notes an answer; that it was never seen is for the caller to note. */
    Outcome lookUp(SentTap sent, int node) throws InterruptedException {
        Outcome outcome = exchange(sent.sender(), Frame.lookUp(sent.tap()), node);
        if (outcome.kind() == Kind.ANSWERED) {
            sent.answered(outcome.text(), Fate.FOUND);
        }
        return outcome;
    }

    private Outcome exchange(CityTerminal terminal, Frame frame, int node) throws InterruptedException {
        OffsetDateTime now =
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI).toOffsetDateTime();
        SignedFrame signed = terminal.identity().sign(frame, now);
        Outcome outcome;
        try {
            outcome = taken(terminal, signed, nodes.get(node).exchange(signed));
        } catch (IOException lost) {
            outcome = new Outcome(Kind.LOST, lost.toString());
        }
        ledger.count(outcome);
        return outcome;
    }

    private static Outcome taken(CityTerminal terminal, SignedFrame signed, Reply reply) {
        String mac = reply.mac();
        String right = terminal.identity().replyMac(reply.status(), signed.mac(), reply.body());
        if (mac == null
                || !MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.US_ASCII))) {
            return new Outcome(Kind.LOST, "no MAC, or a wrong one, on a reply of status " + reply.status());
        }
        if (reply.status() == OK) {
            return new Outcome(Kind.ANSWERED, reply.body());
        }
        if (reply.status() >= SERVER_ERROR || reply.status() == TOO_MANY) {
            return new Outcome(Kind.NOT_NOW, reply.status() + " " + reply.body());
        }
        boolean neverSeen = reply.status() == NOT_FOUND && Answer.problemCode(reply.body()) == NEVER_SEEN;
        return new Outcome(neverSeen ? Kind.NEVER_SEEN : Kind.REFUSED, reply.status() + " " + reply.body());
    }
}
