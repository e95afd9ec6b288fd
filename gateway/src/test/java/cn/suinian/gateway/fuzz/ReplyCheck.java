package cn.suinian.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.stand.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must be true of every reply, and the word by which it is counted. */
final class ReplyCheck {
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "code", "detail", "field");
    private static final Map<Integer, ProblemCode> KNOWN =
            Arrays.stream(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::code, Function.identity()));

    private ReplyCheck() {}

    static String outcome(FuzzCase sent, Reply reply) {
        String outcome = outcome(sent.replyHasBody(), reply);
        sent.request()
                .ifPresent(request -> reply.header("suinian-mac")
                        .ifPresent(mac -> assertThat(mac).as("%s", reply).isEqualTo(request.replyMac(reply))));
        return outcome;
    }

    private static String outcome(boolean hasBody, Reply reply) {
        assertThat(reply.status()).as("%s", reply).isBetween(100, 499);
        assertThat(reply.header("date").isPresent() || reply.status() == 100)
                .as("our time: %s", reply)
                .isTrue();
        if (reply.status() < 400 || !hasBody) {
            return reply.status() == 200 && hasBody ? answer(reply) : Integer.toString(reply.status());
        }
        assertThat(reply.header("content-type")).as("%s", reply).hasValue("application/problem+json");
        assertThat(reply.text()).doesNotContain("Exception", "cn.suinian", "\tat ");
        return problem(reply.json(), reply.status());
    }

    private static String problem(JsonNode problem, int status) {
        Set<String> members = new HashSet<>();
        problem.fieldNames().forEachRemaining(members::add);
        assertThat(MEMBERS).as("%s", problem).containsAll(members);
        ProblemCode code = KNOWN.get(problem.path("code").asInt());
        assertThat(code).as("%s", problem).isNotNull();
        assertThat(code.status()).as("%s", problem).isEqualTo(status).isLessThan(500);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isEqualTo(code.title());
        assertThat(problem.path("type").asText()).isEqualTo("urn:suinian:problem:" + code.code());
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("field").asText("-")).isNotEmpty().hasSizeLessThan(80);
        return code.code() + "";
    }

    private static String answer(Reply reply) {
        JsonNode answer = reply.json();
        if (answer.has("results")) {
            Set<String> outcomes = new TreeSet<>();
            answer.get("results").forEach(result -> outcomes.add(item(result)));
            assertThat(outcomes).isNotEmpty();
            return "200 batch";
        }
        return answer.has("outcome") ? "200 " + answer.get("outcome").asText() : "200";
    }

    private static String item(JsonNode result) {
        int status = result.get("status").asInt();
        return status == 200 ? "200" : problem(result.get("problem"), status);
    }
}
