package cn.suinian.gateway.terminal.call;

import static java.util.stream.Collectors.joining;

import cn.suinian.core.attestation.Attestations;
import cn.suinian.core.attestation.Statement;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.terminal.body.AttestationBody;
import cn.suinian.gateway.terminal.body.ItemList;
import cn.suinian.gateway.terminal.body.ItemList.Item;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Failures;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * POST /v1/attestations: an authority's feed says what holds of whom and how long. What can be stored is stored in one
 * statement, and counts at the very next tap.
 */
public final class AttestationCall implements Call {

    /** Most bytes of a call. */
    public static final int MOST_BYTES = 1 << 20;

    /** So many items count as one request; the call itself as one more. */
    private static final int ITEMS_PER_TOKEN = 10;

    /** How far the clock of an authority may be ahead: a word from the future would stand against every later one. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String LIST = "attestations";
    private static final ItemList<AttestationBody> BODY = new ItemList<>(LIST, 1_000, AttestationBody::read);

    private final Recognition recognition;
    private final Attestations attestations;

    public AttestationCall(Recognition recognition, Attestations attestations) {
        this.recognition = recognition;
        this.attestations = attestations;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        if (terminal.feeds().isEmpty()) {
            throw new Refused(ProblemCode.FEED_NOT_ALLOWED, "this terminal is not registered to supply attestations");
        }
        List<Item<AttestationBody>> given = BODY.parse(body);
        exchange.owe(terminal, given.size() / ITEMS_PER_TOKEN);
        Instant latest = exchange.caller().at().plus(AHEAD);
        List<Future<Statement>> items =
                given.stream().map(item -> statement(terminal, item, latest)).toList();
        return Future.join(items).transform(found -> store(items));
    }

    private Future<Statement> statement(Terminal terminal, Item<AttestationBody> item, Instant latest) {
        AttestationBody given = item.value();
        if (given == null) {
            return Future.failedFuture(item.refused());
        }
        if (!terminal.feeds().contains(given.kind())) {
            return Future.failedFuture(new Refused(
                    ProblemCode.FEED_NOT_ALLOWED,
                    "kind",
                    "this terminal is not registered to supply attestations of this kind"));
        }
        if (given.statedAt().isAfter(latest)) {
            return Future.failedFuture(
                    new Refused(ProblemCode.FIELD_OUT_OF_RANGE, "statedAt", "statedAt must not lie in the future"));
        }
        Future<Optional<Ref>> card = given.card().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : recognition.findCard(given.card().get());
        return card.map(ref -> new Statement(
                ref.orElseThrow(AttestationCall::unknownCard).holderId(),
                given.kind(),
                given.from(),
                given.until(),
                given.source(),
                given.statedAt()));
    }

    private static Refused unknownCard() {
        return new Refused(ProblemCode.CARD_NOT_FOUND, "cardNo", "no card with this number was ever issued");
    }

    private Future<Reply> store(List<Future<Statement>> items) {
        List<Statement> good =
                items.stream().filter(Future::succeeded).map(Future::result).toList();
        return attestations.store(good).recover(AttestationCall::notKnown).map(stored -> Reply.json(results(items)));
    }

    /** What the database refused is our fault; of anything else nobody knows whether it was stored. */
    private static Future<Void> notKnown(Throwable failure) {
        return Future.failedFuture(
                failure instanceof PgException
                        ? failure
                        : new Refused(ProblemCode.OUTCOME_UNKNOWN, "send the same attestations again"));
    }

    private static String results(List<Future<Statement>> items) {
        return IntStream.range(0, items.size())
                .mapToObj(place -> result(place, items.get(place)))
                .collect(joining(",", "{\"results\":[", "]}"));
    }

    private static String result(int place, Future<Statement> item) {
        if (item.succeeded()) {
            return "{\"status\":200}";
        }
        Refused refused = Failures.refusal(item.cause()).within(LIST + "[" + place + "]");
        return "{\"status\":" + refused.code().status() + ",\"problem\":" + refused.json() + "}";
    }
}
