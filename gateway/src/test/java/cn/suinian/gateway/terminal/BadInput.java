package cn.suinian.gateway.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;

/** What is true of every refusal. */
final class BadInput {
    private BadInput() {}

    /** Sends a request and expects this problem; "-" when no field is to blame. */
    static Reply assertRefused(TerminalStand stand, Request request, int status, int code, String field)
            throws IOException {
        Reply reply = stand.send(request);
        assertProblem(reply, status, code, field);
        return reply;
    }

    static void assertProblem(Reply reply, int status, int code, String field) {
        assertThat(reply.status() + " " + reply.code() + " " + reply.field())
                .as("%s", reply)
                .isEqualTo(status + " " + code + " " + field);
        assertThat(reply.header("content-type")).hasValue("application/problem+json");
        assertThat(reply.header("date")).as("our time").isPresent();
        assertThat(reply.json().get("type").asText()).isEqualTo("urn:suinian:problem:" + code);
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("title").asText()).isNotEmpty();
        assertThat(reply.json().get("detail").asText())
                .isNotEmpty()
                .doesNotContain(SmallCity.VECTOR_CARD, "310487046012345678", "ede267b18c3cb57", "Exception");
        assertThat(new String(reply.body(), UTF_8)).doesNotContain("Exception", "\tat ", "cn.suinian");
    }
}
