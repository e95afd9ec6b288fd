package cn.suinian.load.bench.rival;

import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TacMessage;
import cn.suinian.core.crypto.TerminalFrame;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.terminal.body.TapBody;
import cn.suinian.gateway.terminal.body.TapBodyParser;
import cn.suinian.gateway.terminal.call.AnswerJson;
import cn.suinian.gateway.terminal.gate.Credential;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** From a request to a signed reply with the gateway's own keys, readers and decision; only the writing differs. */
final class RivalDesk {
    private static final int KEY_VERSION = 1;
    private static final int ATTEMPTS = 50;

    private final KeyVault vault;
    private final Supplier<Reference> reference;
    private final Map<Long, KnownPerson> known;

    /**
     * A desk.
     *
     * @param known all holders, so that none has to be asked for
     */
    RivalDesk(KeyVault vault, Supplier<Reference> reference, Map<Long, KnownPerson> known) {
        this.vault = vault;
        this.reference = reference;
        this.known = known;
    }

    /** What goes back. */
    record Reply(String mac, Buffer body) {}

    Future<Reply> answer(HttpServerRequest request, byte[] body, RivalLedger ledger) {
        Credential credential = Credential.parse(request.headers().getAll("Authorization"));
        Terminal terminal =
                reference.get().findTerminal(credential.terminalId()).orElseThrow();
        requireTrue(vault.verifyTerminalMac(
                terminal.id(),
                credential.keyVersion(),
                Hex.decode(credential.macHex()),
                TerminalFrame.request(request.method().name(), request.uri(), credential.sent(), body)));
        TapBody tap = TapBodyParser.parse(body);
        CardNumber card = tap.card().orElseThrow();
        requireTrue(vault.verifyTac(KEY_VERSION, tacMessage(tap, card, terminal), tap.tac()));
        // In the city of the bench a holder has the number of their card.
        KnownPerson person = Objects.requireNonNull(known.get((long) card.serial()));
        Facts facts = person.facts();
        return post(tap(tap, terminal, facts), facts, person, ledger, ATTEMPTS).map(json -> sealed(credential, json));
    }

    /** Two taps of one holder at the same time: the second one finds a newer version and is decided again. */
    private Future<String> post(Tap tap, Facts facts, KnownPerson person, RivalLedger ledger, int attempts) {
        return post(tap, facts, person, ledger)
                .recover(conflict -> attempts > 1
                        ? post(tap, person.facts(), person, ledger, attempts - 1)
                        : Future.failedFuture(conflict));
    }

    private Future<String> post(Tap tap, Facts facts, KnownPerson person, RivalLedger ledger) {
        Reference now = reference.get();
        Ruling ruling = new Ruling(now.rules(), now.calendar(), Ruling.Limits.DEFAULT);
        if (Decider.decide(facts, tap, Prior.NOT_LOOKED_UP, ruling) instanceof Decided decided) {
            TapKey key = tap.key();
            return ledger.post(tap, facts.account(), decided).map(posted -> {
                person.become(decided.next().committed());
                return AnswerJson.of(
                        decided.answer(),
                        TapId.of(key.tapDate(), key.terminalId(), key.terminalSeq(), tap.tac()),
                        tap.service(),
                        tap.context().direction(),
                        tap.amountFen());
            });
        }
        return Future.failedFuture("the bench sends nothing twice");
    }

    private Reply sealed(Credential credential, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] mac = vault.terminalMac(
                credential.terminalId(), credential.keyVersion(), TerminalFrame.reply(200, credential.macHex(), body));
        return new Reply(Hex.encode(mac), Buffer.buffer(body));
    }

    private static TacMessage tacMessage(TapBody tap, CardNumber card, Terminal terminal) {
        return new TacMessage(
                card.digits(),
                tap.cardCounter(),
                terminal.id(),
                tap.terminalSeq(),
                tap.service().code(),
                tap.amountFen(),
                tap.at());
    }

    private static Tap tap(TapBody tap, Terminal terminal, Facts facts) {
        return new Tap(
                new TapKey(
                        tap.at().toLocalDate(),
                        terminal.id(),
                        tap.terminalSeq(),
                        facts.account().holderId()),
                terminal.vendorId(),
                tap.service(),
                facts.account().liveCardSerial(),
                tap.cardCounter(),
                tap.amountFen(),
                tap.at(),
                tap.tappedAt(),
                Instant.now(),
                tap.tac(),
                terminal.placeKind(),
                tap.context());
    }

    private static void requireTrue(boolean genuine) {
        if (!genuine) {
            throw new IllegalArgumentException("a MAC or a TAC is wrong");
        }
    }
}
