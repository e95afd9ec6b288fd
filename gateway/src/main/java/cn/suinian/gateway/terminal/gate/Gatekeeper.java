package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TerminalFrame;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.Rfc3339;
import cn.suinian.gateway.http.guard.HttpDate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Proves that a request comes from a terminal we know, and signs what it is told. */
public final class Gatekeeper {

    private final KeyVault vault;
    private final Supplier<Reference> reference;
    private final Clock clock;
    private final Duration tolerance;
    private final HttpDate date;

    public Gatekeeper(KeyVault vault, Supplier<Reference> reference, Clock clock, Duration tolerance) {
        this.vault = vault;
        this.reference = reference;
        this.clock = clock;
        this.tolerance = tolerance;
        this.date = new HttpDate(clock);
    }

    /** The terminal of a credential, before its MAC is checked. */
    public Terminal known(Credential credential) {
        Terminal terminal = reference
                .get()
                .findTerminal(credential.terminalId())
                .orElseThrow(() -> new Refused(ProblemCode.TERMINAL_UNKNOWN, "no terminal has this number"));
        if (!vault.hasTerminalKeyVersion(credential.keyVersion())) {
            throw new Refused(ProblemCode.KEY_VERSION_UNKNOWN, "this key version is not in use");
        }
        if (credential.keyVersion() < terminal.oldestKeyVersion()) {
            // Unsigned, like the other refusals here: a key is retired because somebody else may have it.
            throw new Refused(
                    ProblemCode.KEY_RETIRED, "this key version is no longer accepted; the terminal needs its new key");
        }
        return terminal;
    }

    /** Refuses a request whose MAC is not this terminal's over exactly these bytes. */
    public void proveMac(Credential credential, String method, String target, byte[] body) {
        byte[] mac = Hex.decode(credential.macHex());
        byte[][] frame = TerminalFrame.request(method, target, credential.sent(), body);
        if (!vault.verifyTerminalMac(credential.terminalId(), credential.keyVersion(), mac, frame)) {
            throw new Refused(ProblemCode.MAC_WRONG, "the MAC does not fit this request and this terminal's key");
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** A terminal's clock minus ours. */
    public Duration skew(Credential credential, Instant now) {
        return Duration.between(now, instant(credential.sent()));
    }

    public boolean inTime(Duration skew) {
        return skew.abs().compareTo(tolerance) <= 0;
    }

    /** Refuses a proven request that was sent too long ago or too far ahead. */
    public void requireInTime(Duration skew) {
        if (!inTime(skew)) {
            throw new Refused(
                    ProblemCode.SENT_OUTSIDE_TOLERANCE,
                    "sent",
                    "sent is more than " + tolerance.toSeconds()
                            + " seconds away from our time; the Date header has it");
        }
    }

    /** Refuses a terminal that is suspended. */
    public void requireTrusted(Terminal terminal) {
        if (terminal.suspended()) {
            throw new Refused(ProblemCode.TERMINAL_SUSPENDED, "this terminal is suspended; call the operator");
        }
    }

    /** Our time, for the Date header of every reply. */
    public String date() {
        return date.now();
    }

    /** The MAC of a reply, in hexadecimal. */
    public String replyMac(Credential credential, int status, byte[] body) {
        return Hex.encode(vault.terminalMac(
                credential.terminalId(),
                credential.keyVersion(),
                TerminalFrame.reply(status, credential.macHex(), body)));
    }

    private static Instant instant(String sent) {
        try {
            return Rfc3339.parse(sent).toInstant();
        } catch (DateTimeException notATime) {
            throw new Refused(
                    ProblemCode.AUTHORIZATION_MALFORMED, "sent", "sent must be a time as in RFC 3339 with an offset");
        }
    }
}
