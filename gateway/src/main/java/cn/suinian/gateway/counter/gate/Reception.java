package cn.suinian.gateway.counter.gate;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.core.staff.client.IdempotentCalls;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets clients in and has their calls answered. Blocking. */
public final class Reception {

    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,200}=*)", Pattern.CASE_INSENSITIVE);

    private final ApiClients clients;
    private final IdempotentCalls calls;
    private final ClientThrottle throttle;

    public Reception(ApiClients clients, IdempotentCalls calls, ClientThrottle throttle) {
        this.clients = clients;
        this.calls = calls;
        this.throttle = throttle;
    }

    /**
     * Answers.
     *
     * @throws Refused when the client is not let in
     */
    public Answer receive(CounterRoute route, Asked asked) throws SQLException {
        if (route.permission() == null) {
            return route.call().answer(new Visit(null, asked));
        }
        Actor actor = actor(asked);
        throttle.admit(actor.account());
        if (!actor.may(route.permission())) {
            throw new Refused(
                    ProblemCode.NOT_PERMITTED,
                    "this client has no role that may do this; ask the administrator who registered it");
        }
        if (!route.changes()) {
            return route.call().answer(new Visit(actor, asked));
        }
        return Answer.of(calls.run(
                actor.account(),
                asked.idempotencyKey(),
                asked.digested(),
                () -> route.call().answer(new Visit(actor, asked)).kept()));
    }

    private Actor actor(Asked asked) throws SQLException {
        List<String> given = asked.headers().getAll("Authorization");
        Matcher bearer = BEARER.matcher(given.size() == 1 ? given.get(0).strip() : "");
        if (!bearer.matches()) {
            throw new Refused(
                    ProblemCode.AUTHORIZATION_MALFORMED,
                    "one header Authorization: Bearer with an access token of POST /v1/oauth/token is needed");
        }
        String token = bearer.group(1);
        throttle.requireMayTry(asked.address(), token);
        Optional<Actor> actor = clients.actorOf(token, asked.address());
        if (actor.isEmpty()) {
            throttle.failed(asked.address(), token);
            throw new Refused(
                    ProblemCode.TOKEN_NOT_GOOD,
                    "the access token is unknown or over, or its client is disabled; ask for a new one");
        }
        throttle.proved(token);
        return actor.get();
    }
}
