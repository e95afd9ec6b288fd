package cn.suinian.load.terminal;

import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.SignedFrame;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TerminalIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One terminal: sends, verifies, retries. Any number of threads may use it at once. */
public final class SimulatedTerminal {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_SERVER_ERROR = 500;

    private final TerminalIdentity identity;
    private final TerminalLine line;
    private final Patience patience;
    private final Clock clock;
    private final Tally tally;

    public SimulatedTerminal(
            TerminalIdentity identity, TerminalLine line, Patience patience, Clock clock, Tally tally) {
        this.identity = identity;
        this.line = line;
        this.patience = patience;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Sends a tap until its outcome is known.
     *
     * @return a verified reply that is no 503
     * @throws UnansweredException when neither the tap nor a last look-up got a reply worth believing
     */
    public Reply tap(Tap tap) throws UnansweredException, InterruptedException {
        try {
            return ask(Frame.tap(tap), patience.attempts());
        } catch (UnansweredException unanswered) {
            return lookUpOnce(tap, unanswered);
        }
    }

    private Reply lookUpOnce(Tap tap, UnansweredException unanswered) throws UnansweredException, InterruptedException {
        try {
            Reply found = ask(Frame.lookUp(tap), 1);
            if (found.status() == 200) {
                return found;
            }
        } catch (UnansweredException stillUnanswered) {
            unanswered.addSuppressed(stillUnanswered);
        }
        throw unanswered;
    }

    /** Asks what became of a tap. */
    public Reply lookUp(Tap tap) throws UnansweredException, InterruptedException {
        return ask(Frame.lookUp(tap), patience.attempts());
    }

    /** Has a tap undone; asked again, the same answer comes. */
    public Reply reverse(Tap tap) throws UnansweredException, InterruptedException {
        return ask(Frame.reversal(tap), patience.attempts());
    }

    /** Sends a tap under a MAC with one bit turned; the gateway should answer 401 and do nothing. */
    public Reply tapWithBrokenMac(Tap tap) throws UnansweredException, InterruptedException {
        SignedFrame signed = sign(Frame.tap(tap));
        char first = signed.mac().charAt(0);
        String broken = Character.forDigit(Character.digit(first, 16) ^ 1, 16)
                + signed.mac().substring(1);
        return ask(
                () -> new SignedFrame(signed.frame(), signed.authorization().replace(signed.mac(), broken), broken),
                patience.attempts());
    }

    private Reply ask(Frame frame, int attempts) throws UnansweredException, InterruptedException {
        return ask(() -> sign(frame), attempts);
    }

    private Reply ask(Signing signing, int attempts) throws UnansweredException, InterruptedException {
        IOException lost = null;
        String last = "";
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                Reply reply = exchange(signing.signed());
                if (reply == null) {
                    last = "a reply with a wrong MAC";
                    patience.afterLostAnswer(attempt);
                } else if (reply.isBusy()) {
                    last = "503 " + reply.body();
                    patience.asTold(reply.retryAfterSeconds());
                } else {
                    return reply;
                }
            } catch (IOException e) {
                tally.lost();
                lost = e;
                last = e.toString();
                patience.afterLostAnswer(attempt);
            }
        }
        throw new UnansweredException(
                "terminal %s: no answer after %d attempts, the last was: %s"
                        .formatted(identity.terminalId(), attempts, last),
                lost);
    }

    /** One request; null when the reply is not to be believed, which is as good as no reply. */
    private @Nullable Reply exchange(SignedFrame signed) throws IOException, InterruptedException {
        tally.sent();
        Reply reply = line.exchange(signed);
        if (!isTrue(reply, signed)) {
            tally.wrongMac();
            return null;
        }
        if (reply.isBusy()) {
            tally.busy();
        } else if (reply.status() >= FIRST_SERVER_ERROR) {
            tally.serverError();
        }
        return reply;
    }

    private boolean isTrue(Reply reply, SignedFrame signed) {
        String mac = reply.mac();
        if (mac == null) {
            return reply.mayComeUnsigned();
        }
        byte[] expected =
                identity.replyMac(reply.status(), signed.mac(), reply.body()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, mac.getBytes(StandardCharsets.US_ASCII));
    }

    private SignedFrame sign(Frame frame) {
        OffsetDateTime sent =
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI).toOffsetDateTime();
        return identity.sign(frame, sent);
    }

    /** Signs anew for each attempt, since a request may wait longer than {@code sent} stays valid. */
    @FunctionalInterface
    private interface Signing {
        SignedFrame signed();
    }
}
