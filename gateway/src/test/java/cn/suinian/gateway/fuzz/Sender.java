package cn.suinian.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * One thread's connections: one that its cases share, one for the taps of a neighbour, and many that it throws away.
 */
final class Sender implements AutoCloseable {
    private static final int TAP_EVERY = 50;

    private final TerminalStand stand;
    private final Outcomes outcomes;
    private final String neighbour;
    private final Wire taps;
    private Wire kept;
    private long sent;
    private long counter;

    Sender(TerminalStand stand, Outcomes outcomes, int number) throws IOException {
        this.stand = stand;
        this.outcomes = outcomes;
        this.neighbour = new CardNumber(GoodRequests.CARDS + 1 + number).digits();
        this.taps = stand.connect();
        this.kept = stand.connect();
    }

    /** Sends a case and checks what comes back. */
    void send(FuzzCase made) throws IOException {
        long started = System.nanoTime();
        String outcome =
                switch (made.ending()) {
                    case REPLY -> exchange(made);
                    case REPLY_OR_CLOSE -> replyOrClose(made);
                    case HALF_CLOSE -> halfClose(made);
                    case HANG_UP -> hangUp(made);
                };
        assertThat(made.allows(outcome)).as("right outcome: %s", outcome).isTrue();
        outcomes.count(outcome, System.nanoTime() - started);
        if (++sent % TAP_EVERY == 0) {
            tapBesides();
        }
    }

    /** Taps of honest people that went through. */
    long neighbourTaps() {
        return counter;
    }

    @Override
    public void close() throws IOException {
        taps.close();
        kept.close();
    }

    private void tapBesides() throws IOException {
        counter++;
        TapJson tap = TapJson.bus(neighbour, stand.nextSeq()).counter(counter);
        assertThat(taps.exchange(tap.request()).text()).contains("\"outcome\":\"APPROVED\"");
    }

    private String exchange(FuzzCase made) throws IOException {
        kept.send(made.bytes());
        Reply reply = read(kept, made);
        String outcome = ReplyCheck.outcome(made, reply);
        if (outcome.equals("40000") || reply.header("connection").isPresent()) {
            kept.close();
            kept = stand.connect();
        }
        return outcome;
    }

    private String replyOrClose(FuzzCase made) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(made.bytes());
            return ReplyCheck.outcome(made, read(wire, made));
        } catch (EOFException | SocketException closed) {
            return "closed";
        }
    }

    private String halfClose(FuzzCase made) throws IOException {
        String outcome = "closed";
        try (Wire wire = stand.connect()) {
            wire.send(made.bytes());
            wire.sayNoMore();
            while (true) {
                outcome = ReplyCheck.outcome(made, wire.read(made.replyHasBody()));
            }
        } catch (EOFException | SocketException closed) {
            return outcome;
        }
    }

    private String hangUp(FuzzCase made) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(made.bytes());
            return "hung up";
        }
    }

    private static Reply read(Wire wire, FuzzCase made) throws IOException {
        try {
            Reply reply = wire.read(made.replyHasBody());
            return reply.status() == 100 ? wire.read(made.replyHasBody()) : reply;
        } catch (SocketTimeoutException hang) {
            throw new AssertionError("no reply and no closed connection within 30 s", hang);
        }
    }
}
