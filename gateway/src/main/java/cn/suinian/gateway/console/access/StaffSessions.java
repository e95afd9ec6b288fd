package cn.suinian.gateway.console.access;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.signin.OwnPassword;
import cn.suinian.core.staff.signin.ProviderProof;
import cn.suinian.core.staff.signin.ProviderSignIn;
import cn.suinian.core.staff.signin.SecondFactor;
import cn.suinian.core.staff.signin.SignIn;
import cn.suinian.core.staff.signin.SignInAnswer;
import cn.suinian.core.staff.signin.SignInParts;
import cn.suinian.core.staff.signin.SignInRefusal;
import cn.suinian.core.staff.signin.SignInStage;
import cn.suinian.core.staff.signin.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The staff of the register, as core signs them in. */
public final class StaffSessions implements Sessions {

    private final cn.suinian.core.staff.signin.Sessions sessions;
    private final SignIn signIn;
    private final SecondFactor secondFactor;
    private final OwnPassword ownPassword;
    private final ProviderSignIn provider;

    public StaffSessions(SignInParts parts) {
        this.sessions = parts.sessions();
        this.signIn = new SignIn(parts);
        this.secondFactor = new SecondFactor(parts);
        this.ownPassword = new OwnPassword(parts);
        this.provider = new ProviderSignIn(parts);
    }

    @Override
    public Optional<Admitted> find(Latchkey key) throws SQLException {
        return find(key.token(), visitor(key.caller()));
    }

    @Override
    public Step signIn(String account, String password, Caller caller) throws SQLException {
        Visitor visitor = visitor(caller);
        return step(signIn.password(account, password, visitor), visitor);
    }

    @Override
    public Step signInThrough(ProviderProof proof, Caller caller) throws SQLException {
        Visitor visitor = visitor(caller);
        return step(provider.signIn(proof, visitor), visitor);
    }

    @Override
    public void allowProvider(Latchkey key) throws SQLException {
        provider.allowOwn(key.token(), visitor(key.caller()));
    }

    @Override
    public Step proveCode(Latchkey key, String code) throws SQLException {
        Visitor visitor = visitor(key.caller());
        return step(secondFactor.code(key.token(), code, visitor), visitor);
    }

    @Override
    public Enrolment enrolment(Latchkey key) throws SQLException {
        SecondFactor.Enrolment made = secondFactor.enrol(key.token(), visitor(key.caller()));
        return new Enrolment(made.text().reveal().replace(" ", ""), made.uri().reveal());
    }

    @Override
    public Step choosePassword(Latchkey key, String password) throws SQLException {
        Visitor visitor = visitor(key.caller());
        return step(ownPassword.change(key.token(), password, visitor), visitor);
    }

    @Override
    public Step changePassword(Latchkey key, String oldPassword, String password) throws SQLException {
        Visitor visitor = visitor(key.caller());
        return step(ownPassword.replace(key.token(), oldPassword, password, visitor), visitor);
    }

    @Override
    public Step proveAgain(Latchkey key, String password) throws SQLException {
        Visitor visitor = visitor(key.caller());
        return step(signIn.proveAgain(key.token(), password, visitor), visitor);
    }

    @Override
    public List<Open> open(Session session) throws SQLException {
        return sessions.listOpen(session.staffId()).stream()
                .map(each -> new Open(each.sessionId(), each.address(), each.since(), each.lastUsedAt()))
                .toList();
    }

    @Override
    public void end(Latchkey key) throws SQLException {
        sessions.signOut(key.token(), visitor(key.caller()));
    }

    @Override
    public void endAll(Latchkey key) throws SQLException {
        sessions.signOutEverywhere(key.token(), visitor(key.caller()));
    }

    /** The session of a step is read again under its new token: whoever was disabled meanwhile does not get in. */
    private Step step(SignInAnswer answer, Visitor visitor) throws SQLException {
        if (answer.signedIn() == null) {
            return new Step(null, refusal(answer), answer.holdBack());
        }
        Admitted admitted = find(answer.signedIn().token().reveal(), visitor)
                .orElseThrow(() -> new RefusedException(SignInRefusal.NO_SESSION));
        return new Step(admitted, null, answer.holdBack());
    }

    private Optional<Admitted> find(String token, Visitor visitor) throws SQLException {
        return sessions.find(token, visitor).map(found -> {
            Session session = new Session(
                    found.sessionId(),
                    found.actor(),
                    found.displayName(),
                    found.csrf().reveal(),
                    stage(found.stage()),
                    found.provedAt());
            return new Admitted(
                    session, found.newToken() == null ? token : found.newToken().reveal());
        });
    }

    private static @Nullable Refusal refusal(SignInAnswer answer) {
        return answer.refusal() == SignInRefusal.TOO_OFTEN
                ? new TryAgainLater(answer.tryAgainAfter())
                : answer.refusal();
    }

    private static Stage stage(SignInStage stage) {
        return switch (stage) {
            case SECOND_FACTOR -> Stage.PASSWORD_PROVED;
            case ENROLMENT -> Stage.ENROL_TOTP;
            case NEW_PASSWORD -> Stage.CHANGE_PASSWORD;
            case OPEN -> Stage.COMPLETE;
        };
    }

    private static Visitor visitor(Caller caller) {
        return new Visitor(caller.address(), caller.userAgent());
    }
}
