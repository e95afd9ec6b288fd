package cn.suinian.gateway.console.signin;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.signin.ProviderProof;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.LocalPath;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Step;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.oidc.Provider;
import cn.suinian.gateway.oidc.ProviderException;
import cn.suinian.gateway.oidc.Trip;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To the house's provider of identity, and back with what it says. Neither changes anything before it is believed. */
public final class ProviderPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
    private static final String BACK = ProviderDoor.PATH + "/back";
    private static final int LONGEST_CODE = 2_048;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final Sessions sessions;
    private final Provider provider;
    private final SecureRandom random = new SecureRandom();

    public ProviderPages(Sessions sessions, Provider provider) {
        this.sessions = sessions;
        this.provider = provider;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(ProviderDoor.PATH, Access.PUBLIC, this::leave),
                ConsoleRoute.get(BACK, Access.PUBLIC, this::comeBack));
    }

    private Answer leave(Visit visit) {
        Trip trip = Trip.begin(random, Onward.next(visit).orElse(""));
        return Answer.later(provider.address(trip, visit.origin() + BACK)
                .map(address -> (Desk) on -> {
                    on.keepTrip(trip.cookie());
                    return Answer.away(address);
                })
                .otherwise(ProviderPages::told));
    }

    private Answer comeBack(Visit visit) {
        Optional<Trip> trip = Trip.ofCookie(visit.trip())
                .filter(each -> each.isStateOf(visit.query("state").orElse("")));
        String code = visit.query("code").orElse("");
        boolean foreign =
                visit.query("iss").filter(issuer -> !provider.isIssuer(issuer)).isPresent();
        if (trip.isEmpty() || foreign) {
            return problem(visit, BAD_REQUEST, ProviderText.LOST, visit.frame().say(ProviderText.LOST_LINE));
        }
        visit.keepTrip("");
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            return problem(visit, FORBIDDEN, ProviderText.DENIED, visit.frame().say(ProviderText.DENIED_LINE));
        }
        return Answer.later(provider.redeem(trip.get(), code, visit.origin() + BACK)
                .map(proof -> (Desk) on -> arrive(on, trip.get(), proof))
                .otherwise(ProviderPages::told));
    }

    /** Whom the provider means comes in, if the register has them. */
    private Answer arrive(Visit visit, Trip trip, ProviderProof proof) throws SQLException {
        Step step = sessions.signInThrough(proof, visit.caller());
        Refusal refusal = step.refusal();
        if (refusal != null) {
            return problem(visit, FORBIDDEN, ProviderText.REFUSED, says(visit.frame(), refusal));
        }
        Session session = visit.admit(step, null);
        String next = LocalPath.of(trip.next()).orElse("");
        String onto = session.complete()
                ? (next.isEmpty() ? "/" : next)
                : session.stage().path()
                        + (next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        // Not a redirect: the browser would follow it as the provider's, without the session's strict cookie.
        Frame frame = visit.frame().as(session.visitor()).at("/sign-in");
        return Answer.page("signin/arrived.jte", Map.of("frame", frame, "onto", onto));
    }

    private static String says(Frame frame, Refusal refusal) {
        return frame.language() == Language.ZH ? refusal.zh() : refusal.en();
    }

    private static Desk told(Throwable failure) {
        ProviderException.Kind kind =
                failure instanceof ProviderException known ? known.kind() : ProviderException.Kind.UNTRUSTWORTHY;
        LOG.warn(
                "nobody was signed in through the provider of identity: {}, {}",
                kind,
                failure instanceof ProviderException
                        ? failure.getMessage()
                        : failure.getClass().getName());
        return visit -> switch (kind) {
            case DOWN ->
                problem(visit, UNAVAILABLE, ProviderText.DOWN, visit.frame().say(ProviderText.DOWN_LINE));
            case CODE_REFUSED ->
                problem(visit, BAD_REQUEST, ProviderText.LOST, visit.frame().say(ProviderText.LOST_LINE));
            case UNTRUSTWORTHY ->
                problem(
                        visit,
                        FORBIDDEN,
                        ProviderText.UNTRUSTWORTHY,
                        visit.frame().say(ProviderText.UNTRUSTWORTHY_LINE));
        };
    }

    /** The address has a code in it, so that no link of the page repeats it. */
    private static Answer problem(Visit visit, int status, ProviderText title, String line) {
        Frame frame = visit.frame().at("/sign-in");
        return Answer.page(status, "signin/provider.jte", Map.of("frame", frame, "title", title, "line", line));
    }
}
