package cn.suinian.gateway.console;

import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.signin.SecondFactor;
import cn.suinian.core.staff.signin.SignInAnswer;
import cn.suinian.core.staff.signin.SignInStage;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Stage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Core's sign-in behind the console, for tests in which a session really ends; all come from one branch. */
public final class CoreSessions implements Sessions {

    private final StaffDesk desk;

    public CoreSessions(StaffDesk desk) {
        this.desk = desk;
    }

    /** Somebody who was signed in by the desk. */
    public Admitted of(StaffDesk.Person person) throws SQLException {
        return find(person.token()).orElseThrow();
    }

    @Override
    public Optional<Admitted> find(Latchkey key) throws SQLException {
        return find(key.token());
    }

    private Optional<Admitted> find(String token) throws SQLException {
        return desk.sessions.find(token, StaffDesk.BRANCH).map(found -> {
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

    @Override
    public Step signIn(String account, String password, Caller caller) throws SQLException {
        return step(desk.signIn.password(account, password, StaffDesk.BRANCH));
    }

    @Override
    public Step proveCode(Latchkey key, String code) throws SQLException {
        return step(desk.secondFactor.code(key.token(), code, StaffDesk.BRANCH));
    }

    @Override
    public Enrolment enrolment(Latchkey key) throws SQLException {
        SecondFactor.Enrolment made = desk.secondFactor.enrol(key.token(), StaffDesk.BRANCH);
        return new Enrolment(made.text().reveal(), made.uri().reveal());
    }

    @Override
    public Step choosePassword(Latchkey key, String password) throws SQLException {
        return step(desk.ownPassword.change(key.token(), password, StaffDesk.BRANCH));
    }

    @Override
    public Step changePassword(Latchkey key, String oldPassword, String password) throws SQLException {
        Step proved = proveAgain(key, oldPassword);
        return proved.admitted() == null
                ? proved
                : step(desk.ownPassword.change(proved.admitted().cookieToken(), password, StaffDesk.BRANCH));
    }

    @Override
    public Step proveAgain(Latchkey key, String password) throws SQLException {
        return step(desk.signIn.proveAgain(key.token(), password, StaffDesk.BRANCH));
    }

    @Override
    public List<Open> open(Session session) {
        return List.of();
    }

    @Override
    public void end(Latchkey key) throws SQLException {
        desk.sessions.signOut(key.token(), StaffDesk.BRANCH);
    }

    @Override
    public void endAll(Latchkey key) throws SQLException {
        desk.sessions.signOutEverywhere(key.token(), StaffDesk.BRANCH);
    }

    private Step step(SignInAnswer answer) throws SQLException {
        return answer.signedIn() == null
                ? new Step(null, answer.refusal(), answer.holdBack())
                : new Step(find(answer.signedIn().token().reveal()).orElseThrow(), null, answer.holdBack());
    }

    private static Stage stage(SignInStage stage) {
        return switch (stage) {
            case SECOND_FACTOR -> Stage.PASSWORD_PROVED;
            case ENROLMENT -> Stage.ENROL_TOTP;
            case NEW_PASSWORD -> Stage.CHANGE_PASSWORD;
            case OPEN -> Stage.COMPLETE;
        };
    }
}
