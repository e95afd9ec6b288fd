package cn.suinian.gateway.counter.call;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.client.AccessToken;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.Asked;
import cn.suinian.gateway.counter.gate.ClientThrottle;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.counter.gate.Visit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * POST /v1/oauth/token: an access token for a client's id and secret (RFC 6749, 4.4). Whatever is wrong with what was
 * asked is answered as that RFC says (5.2), not with a problem.
 */
public final class TokenCall {

    private static final String GRANT = "client_credentials";
    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9-]{1,32}");

    private final ApiClients clients;
    private final ClientThrottle throttle;

    public TokenCall(ApiClients clients, ClientThrottle throttle) {
        this.clients = clients;
        this.throttle = throttle;
    }

    /** Its line of the route table. */
    public List<CounterRoute> routes() {
        return List.of(CounterRoute.open("POST", "/v1/oauth/token", this::answer));
    }

    private Answer answer(Visit visit) throws SQLException {
        try {
            return grant(visit.asked());
        } catch (OauthFault fault) {
            return fault.answer();
        }
    }

    private Answer grant(Asked asked) throws SQLException {
        OauthForm form = OauthForm.of(asked);
        String grant = form.find("grant_type")
                .orElseThrow(() -> OauthFault.invalidRequest("grant_type is missing; it must be " + GRANT));
        if (!grant.equals(GRANT)) {
            throw OauthFault.unsupportedGrantType();
        }
        if (form.find("scope").isPresent()) {
            throw OauthFault.invalidScope();
        }
        ClientCredentials credentials = ClientCredentials.of(asked, form);
        if (!CLIENT_ID.matcher(credentials.clientId()).matches()) {
            throw OauthFault.invalidClient();
        }
        return token(granted(asked, credentials));
    }

    /**
     * A right secret is let in whatever others did at its address, so it is looked at, of an address that failed too
     * often with a few others at once: it is 256 random bits, and to look costs one row. A wrong one from an address
     * that failed too often is not told that it was wrong.
     */
    private AccessToken granted(Asked asked, ClientCredentials credentials) throws SQLException {
        try {
            AccessToken token = throttle.look(asked.address(), credentials.proof(), () -> {
                Actor client = clients.authenticate(credentials.clientId(), credentials.secret(), asked.address());
                throttle.admitToken(client.account());
                return clients.grant(credentials.clientId(), credentials.secret());
            });
            throttle.proved(token.token().reveal());
            throttle.proved(credentials.proof());
            return token;
        } catch (RefusedException badCredentials) {
            throttle.requireMayTry(asked.address(), credentials.proof());
            throttle.failed(asked.address(), credentials.proof());
            throw OauthFault.invalidClient();
        }
    }

    private static Answer token(AccessToken token) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("access_token", token.token().reveal())
                .put("token_type", "Bearer")
                .put("expires_in", token.lifetime().toSeconds());
        return Answer.ok(json).with("Pragma", "no-cache");
    }
}
