package cn.suinian.gateway.console.route;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Sessions.Latchkey;
import cn.suinian.gateway.console.access.Sessions.Step;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Frame;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request, as a page sees it: who asks, what they typed, and the frame of the answer. */
public final class Visit {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ACT_BYTES = 16;
    private static final String REASON = "reason";

    private final Facts facts;
    private @Nullable Admitted admitted;
    private boolean signedOut;
    private Duration holdBack = Duration.ZERO;
    private @Nullable String newTrip;
    private @Nullable String keptReason;

    /**
     * What a request asks for.
     *
     * @param origin the address by which this console was reached, a name of ours
     * @param parameters what varies in the path, and the query
     * @param trip what the browser keeps of its way to the provider of identity; empty: nothing
     */
    record Asked(String origin, Map<String, String> parameters, Map<String, String> query, String trip) {}

    /**
     * What is known when a page begins.
     *
     * @param admitted the session and its token; null: nobody is signed in
     * @param frame made when it is first needed
     */
    record Facts(Caller caller, @Nullable Admitted admitted, Asked asked, Typed typed, Supplier<Frame> frame) {}

    Visit(Facts facts) {
        this.facts = facts;
    }

    /** Who does it. Only on routes for those who are signed in. */
    public Actor actor() {
        return session().actor();
    }

    /** The session. Only on routes for those who are signed in or on the way. */
    public Session session() {
        return findSession().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    /** The session, when there is one. */
    public Optional<Session> findSession() {
        return Optional.ofNullable(facts.admitted).map(Admitted::session);
    }

    /** What the browser shows of itself. Only on routes for those who are signed in or on the way. */
    public Latchkey key() {
        Admitted current = admitted == null ? facts.admitted : admitted;
        if (current == null) {
            throw new IllegalStateException("nobody is signed in here");
        }
        return new Latchkey(current.cookieToken(), facts.caller);
    }

    /** Where it comes from. */
    public Caller caller() {
        return facts.caller;
    }

    /** What stands in the path for {@code :name}. */
    public String path(String name) {
        String value = facts.asked.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException("this route has no :" + name);
        }
        return value;
    }

    /** What stands in the path for {@code :name} as a number of ours; -1: it is none. */
    public long number(String name) {
        return Typed.wholeNumber(path(name));
    }

    /** A parameter of the query as a number of ours; -1: it is none, or not there. */
    public long queryNumber(String name) {
        return Typed.wholeNumber(query(name).orElse(""));
    }

    /** A parameter of the query; empty: it is not there. Never for personal data. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(facts.asked.query().get(name)).filter(value -> !value.isBlank());
    }

    /** The address by which this console was reached, without a path. */
    public String origin() {
        return facts.asked.origin();
    }

    /** What the browser was given to keep for its way to the provider of identity; empty: nothing. */
    public String trip() {
        return facts.asked.trip();
    }

    /** From now on the browser keeps this for its way there and back, for ten minutes; empty: nothing any more. */
    public void keepTrip(String trip) {
        this.newTrip = trip;
    }

    /** What was typed; nothing on a page that is only looked at. */
    public Typed typed() {
        return facts.typed;
    }

    /** The frame of the answer. */
    public Frame frame() {
        return facts.frame.get();
    }

    /** The form of the answer, holding what was typed, under a number of its own. */
    public FormView form(Problems problems) {
        return form(typed(), problems);
    }

    /** The form of the answer, holding something else. */
    public FormView form(Typed values, Problems problems) {
        boolean keeps = keptReason != null && values.text(REASON).isEmpty();
        return new FormView(frame(), keeps ? values.with(REASON, keptReason) : values, problems, newAct());
    }

    /** As if its page were looked at now, with nothing typed but the reason; empty: none was typed. */
    Optional<Visit> anew() {
        String reason = typed().raw(REASON);
        if (reason.isBlank()) {
            return Optional.empty();
        }
        Visit anew = new Visit(new Facts(facts.caller, facts.admitted, facts.asked, Typed.of(Map.of()), facts.frame));
        anew.keptReason = reason;
        return Optional.of(anew);
    }

    /**
     * From now on the browser has the session of this step.
     *
     * @param field where it is said, when the step was refused
     * @throws RefusedException when it was
     */
    public Session admit(Step step, @Nullable String field) {
        this.holdBack = step.holdBack();
        if (step.refusal() != null) {
            throw new RefusedException(step.refusal(), field);
        }
        this.admitted = Objects.requireNonNull(step.admitted());
        return this.admitted.session();
    }

    /** From now on the browser has no session. */
    public void signOut() {
        this.signedOut = true;
    }

    Optional<Admitted> admitted() {
        return Optional.ofNullable(admitted);
    }

    Duration holdBack() {
        return holdBack;
    }

    @Nullable
    String newTrip() {
        return newTrip;
    }

    boolean signedOut() {
        return signedOut;
    }

    private static String newAct() {
        byte[] random = new byte[ACT_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
