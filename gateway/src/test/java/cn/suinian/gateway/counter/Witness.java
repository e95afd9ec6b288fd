package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks what the document describes and keeps which of its cases came true. A response that several operations share is
 * one case, whichever of them it came from.
 */
final class Witness {
    private static final ApiDocument DOCUMENT = ApiDocument.ofCounters();

    private final Set<String> seen = new TreeSet<>();

    Set<String> seen() {
        return seen;
    }

    /** Asks, and notes the case. */
    Reply ask(CounterStand stand, Ask ask) throws IOException {
        try (Wire wire = stand.connect()) {
            return noted(ask, wire.exchange(ask.bytes()));
        }
    }

    Reply noted(Ask ask, Reply reply) {
        String[] named = CounterStand.named(ask, reply).split(" ", 3);
        seen.add(place(named[0], named[1]) + (named.length == 3 ? " " + named[2] : ""));
        return reply;
    }

    /** Expects a case. */
    Reply expect(String wanted, CounterStand stand, Ask ask) throws IOException {
        try (Wire wire = stand.connect()) {
            Reply reply = wire.exchange(ask.bytes());
            assertThat(CounterStand.named(ask, reply)).as("%s", reply).isEqualTo(wanted);
            return noted(ask, reply);
        }
    }

    /** Sends the example of this name, and expects the very answer of an example. */
    Reply good(Client client, String id, String request, int status, String answer) throws IOException {
        String body = request.isEmpty() ? "" : DOCUMENT.requestExample(id, request);
        return good(client, id, plain(id, DOCUMENT.address(id), body), status, answer);
    }

    Reply good(Client client, String id, Ask ask, int status, String answer) throws IOException {
        Reply reply = noted(ask, client.send(ask));
        assertThat(reply.status()).as("%s %s: %s", id, answer, reply).isEqualTo(status);
        if (!answer.isEmpty()) {
            assertThat(reply.json()).as("%s %s", id, answer).isEqualTo(example(id, status, answer));
            seen.add(place(id, Integer.toString(status)) + " " + answer);
        }
        return reply;
    }

    /** A request of an operation, with a key where it needs one. */
    static Ask plain(String id, String address, String body) {
        Operation operation = DOCUMENT.operation(id);
        Ask ask = Ask.of(operation.method(), address);
        if (!body.isEmpty()) {
            ask.json(body);
        }
        return operation.node().path("parameters").toString().contains("IdempotencyKey")
                ? ask.key(java.util.UUID.randomUUID().toString())
                : ask;
    }

    /** Every case that is described. */
    static Set<String> described() {
        Set<String> cases = new TreeSet<>();
        for (Operation operation : DOCUMENT.operations()) {
            describe(cases, operation.id(), operation.node().get("responses"));
        }
        describe(cases, ApiDocument.ELSEWHERE, DOCUMENT.responses(Optional.empty()));
        return cases;
    }

    private static void describe(Set<String> cases, String id, JsonNode responses) {
        responses.properties().forEach(entry -> {
            String place = place(id, entry.getKey());
            JsonNode response = DOCUMENT.resolved(entry.getValue());
            response.path("content")
                    .forEach(media -> media.get("examples")
                            .fieldNames()
                            .forEachRemaining(example -> cases.add(place + " " + example)));
            if (!response.has("content")) {
                cases.add(place);
            }
        });
    }

    /** A shared response by its name, another by its operation. */
    private static String place(String id, String status) {
        JsonNode responses = id.equals(ApiDocument.ELSEWHERE)
                ? DOCUMENT.responses(Optional.empty())
                : DOCUMENT.operation(id).node().get("responses");
        String shared = responses.get(status).path("$ref").asText();
        return shared.isEmpty() ? id + " " + status : shared.substring(shared.lastIndexOf('/') + 1) + " " + status;
    }

    private static JsonNode example(String id, int status, String name) {
        JsonNode response =
                DOCUMENT.resolved(DOCUMENT.operation(id).node().get("responses").get(Integer.toString(status)));
        JsonNode media = response.get("content").elements().next();
        return DOCUMENT.resolved(media.get("examples").get(name)).get("value");
    }
}
