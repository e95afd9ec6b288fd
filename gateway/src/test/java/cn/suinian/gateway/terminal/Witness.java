package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.ApiContract;
import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks what the document describes and keeps which of its cases came true. */
final class Witness {
    private static final ApiDocument DOCUMENT = ApiDocument.served();

    private final TerminalStand stand;
    private final Set<String> seen;

    Witness(TerminalStand stand, Set<String> seen) {
        this.stand = stand;
        this.seen = seen;
    }

    TerminalStand stand() {
        return stand;
    }

    /** What a terminal may ask. */
    static List<Operation> operations() {
        return DOCUMENT.operations().stream()
                .filter(operation -> !operation.forOperators())
                .toList();
    }

    /** An operation as its first example has it, from a terminal that may ask it. */
    static Request plain(Operation operation) {
        return plain(operation, operation.id().equals("attest") ? SmallCity.FEED : SmallCity.CANTEEN);
    }

    static Request plain(Operation operation, long terminal) {
        String address = DOCUMENT.address(operation.id());
        if (operation.method().equals("POST")) {
            return Request.post(terminal, DOCUMENT.requestExample(operation.id()))
                    .target(address);
        }
        Request get = Request.get(terminal, address);
        return operation.id().equals("document") ? get.authorization("") : get;
    }

    static Request plain(String id) {
        return plain(DOCUMENT.operation(id));
    }

    Reply ask(Request request) throws IOException {
        return noted(request, stand.send(request));
    }

    Reply noted(Request request, Reply reply) {
        seen.add(ApiContract.check(request, reply));
        return reply;
    }

    /** Expects the very answer of an example. */
    Reply good(String id, String example, Request request) throws IOException {
        Reply reply = ask(request);
        assertThat(reply.status()).as("%s %s: %s", id, example, reply).isEqualTo(200);
        JsonNode described = DOCUMENT.answerExample(id, example);
        if (described.isTextual()) {
            assertThat(reply.text()).startsWith(described.asText());
        } else {
            assertThat(reply.json()).as("%s %s", id, example).isEqualTo(described);
        }
        seen.add(id + " 200 " + example);
        return reply;
    }

    /** Sends the example of this name and expects the answer's. */
    Reply good(String id, String example, long terminal) throws IOException {
        String body = DOCUMENT.requestExample(id, example);
        return good(id, example, Request.post(terminal, body).target(DOCUMENT.address(id)));
    }

    /** Asks until a case is seen; for what the node hears of a moment later. */
    void until(String wanted, Request request) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (Reply reply = ask(request); !seen.contains(wanted); reply = ask(request)) {
            assertThat(System.nanoTime()).as("%s: %s", wanted, reply).isLessThan(patience);
        }
    }
}
