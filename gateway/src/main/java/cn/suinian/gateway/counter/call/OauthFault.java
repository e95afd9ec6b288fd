package cn.suinian.gateway.counter.call;

import cn.suinian.gateway.counter.gate.Answer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** A token request that is not granted, as RFC 6749, 5.2, writes it. */
final class OauthFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String error;

    private OauthFault(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OauthFault invalidRequest(String description) {
        return new OauthFault(BAD_REQUEST, "invalid_request", description);
    }

    static OauthFault invalidClient() {
        return new OauthFault(
                UNAUTHORIZED, "invalid_client", "client id or secret is missing or wrong, or the client is disabled");
    }

    static OauthFault unsupportedGrantType() {
        return new OauthFault(BAD_REQUEST, "unsupported_grant_type", "grant_type must be client_credentials");
    }

    static OauthFault invalidScope() {
        return new OauthFault(
                BAD_REQUEST, "invalid_scope", "leave scope out: what a client may do follows from its roles");
    }

    Answer answer() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", getMessage());
        Answer answer = new Answer(
                status,
                Buffer.buffer(json.toString()),
                Map.of("Content-Type", "application/json", "Pragma", "no-cache"));
        return status == UNAUTHORIZED ? answer.with("WWW-Authenticate", "Basic realm=\"suinian\"") : answer;
    }
}
