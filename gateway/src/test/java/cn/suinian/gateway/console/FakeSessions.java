package cn.suinian.gateway.console;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.signin.ProviderProof;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Sessions in memory. Accounts are added by tests; every password is {@link #PASSWORD} and every code 123456. */
public final class FakeSessions implements Sessions {

    public static final String PASSWORD = "correct horse battery";
    public static final String CODE = "123456";
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<Long, Scope> scopes = new HashMap<>();
    private final Map<String, Session> byToken = new HashMap<>();
    private long last;

    private final Clock clock;

    /** Sessions that prove themselves when they open, by this clock. */
    public FakeSessions(Clock clock) {
        this.clock = clock;
    }

    /** Whether every request replaces its token. */
    public volatile boolean rotating;

    /** How long the answer to a password is held back. */
    public volatile Duration holdBack = Duration.ZERO;

    /** What a test says of an account. */
    public record Account(long staffId, String name, Set<Permission> permissions, Stage afterPassword) {}

    /** Why the fake refuses. */
    public enum Why implements Refusal {
        WRONG_PASSWORD("账号或密码不对，请重新输入。", "The account or the password is wrong. Please try again."),
        WRONG_CODE("验证码不对，请等下一个再试。", "The code is wrong. Please wait for the next one."),
        POOR_PASSWORD("新密码太短，请至少用 12 个字符。", "The new password is too short: 12 characters at least.");

        private final String zh;
        private final String en;

        Why(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    /** An account that has an authenticator and a password of its own. */
    public synchronized void add(String name, long staffId, Set<Permission> permissions) {
        add(name, staffId, permissions, Stage.PASSWORD_PROVED);
    }

    /** An account that goes on to this stage after its password. */
    public synchronized void add(String name, long staffId, Set<Permission> permissions, Stage afterPassword) {
        accounts.put(name, new Account(staffId, name, permissions, afterPassword));
    }

    /** A session of somebody with these permissions, signed in all the way. */
    public synchronized Admitted signedIn(long staffId, Set<Permission> permissions) {
        add("staff" + staffId, staffId, permissions);
        return open(accounts.get("staff" + staffId), Stage.COMPLETE, "10.0.0.9");
    }

    /** The same for somebody who works for a part of the city. */
    public synchronized Admitted signedIn(long staffId, Set<Permission> permissions, Scope scope) {
        scopes.put(staffId, scope);
        return signedIn(staffId, permissions);
    }

    /** A session of somebody who may do everything. */
    public Admitted signedInForEverything() {
        return signedIn(1, EnumSet.allOf(Permission.class));
    }

    /** A session that has come this far. */
    public synchronized Admitted at(Stage stage) {
        add("half", 77, Set.of());
        return open(accounts.get("half"), stage, "10.0.0.9");
    }

    /** Every session is over. */
    public synchronized void expireAll() {
        byToken.clear();
    }

    /** How many there are. */
    public synchronized int count() {
        return byToken.size();
    }

    @Override
    public synchronized Optional<Admitted> find(Latchkey key) {
        Session session = byToken.get(key.token());
        if (session == null) {
            return Optional.empty();
        }
        String token = rotating ? key.token() + "-new" : key.token();
        byToken.put(token, session);
        return Optional.of(new Admitted(session, token));
    }

    /** Looking at the password of whoever proves that it is they takes until this is open. */
    public volatile CountDownLatch proofs = new CountDownLatch(0);

    /** Looking at a password takes until this is open. */
    public volatile CountDownLatch passwords = new CountDownLatch(0);

    @Override
    public Step signIn(String account, String password, Caller caller) {
        await(passwords);
        return signedIn(account, password, caller);
    }

    private static void await(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Step signedIn(String account, String password, Caller caller) {
        Account known = accounts.get(account);
        return known == null || !password.equals(PASSWORD)
                ? new Step(null, Why.WRONG_PASSWORD, holdBack)
                : new Step(open(known, known.afterPassword(), caller.address()), null, holdBack);
    }

    @Override
    public synchronized Step signInThrough(ProviderProof proof, Caller caller) {
        Account known = accounts.get(proof.login());
        return known == null
                ? Step.refused(Why.WRONG_PASSWORD)
                : Step.taken(open(known, Stage.COMPLETE, caller.address()));
    }

    @Override
    public void allowProvider(Latchkey key) {
        // Everybody is linked here.
    }

    @Override
    public synchronized Step proveCode(Latchkey key, String code) {
        Session session = byToken.get(key.token());
        Stage next = session.stage() == Stage.ENROL_TOTP ? Stage.CHANGE_PASSWORD : Stage.COMPLETE;
        return code.equals(CODE) ? Step.taken(next(key, next)) : Step.refused(Why.WRONG_CODE);
    }

    @Override
    public Enrolment enrolment(Latchkey key) {
        return new Enrolment("JBSWY3DPEHPK3PXP", "otpauth://totp/Suinian:staff?secret=JBSWY3DPEHPK3PXP&issuer=Suinian");
    }

    @Override
    public synchronized Step choosePassword(Latchkey key, String password) {
        if (password.length() < 12) {
            throw new RefusedException(Why.POOR_PASSWORD, "password");
        }
        return Step.taken(next(key, Stage.COMPLETE));
    }

    @Override
    public synchronized Step changePassword(Latchkey key, String oldPassword, String password) {
        return oldPassword.equals(PASSWORD) ? choosePassword(key, password) : Step.refused(Why.WRONG_PASSWORD);
    }

    @Override
    public Step proveAgain(Latchkey key, String password) {
        await(proofs);
        return provedAgain(key, password);
    }

    private synchronized Step provedAgain(Latchkey key, String password) {
        return password.equals(PASSWORD) ? Step.taken(next(key, Stage.COMPLETE)) : Step.refused(Why.WRONG_PASSWORD);
    }

    @Override
    public synchronized List<Open> open(Session session) {
        return byToken.values().stream()
                .filter(each -> each.staffId() == session.staffId())
                .map(each -> new Open(each.sessionId(), each.actor().address(), each.provedAt(), NOW))
                .toList();
    }

    @Override
    public synchronized void end(Latchkey key) {
        byToken.remove(key.token());
    }

    @Override
    public synchronized void endAll(Latchkey key) {
        long staffId = byToken.get(key.token()).staffId();
        byToken.values().removeIf(each -> each.staffId() == staffId);
    }

    private Admitted next(Latchkey key, Stage stage) {
        Session session = byToken.remove(key.token());
        return open(
                accounts.get(session.actor().account()), stage, session.actor().address());
    }

    private Admitted open(Account account, Stage stage, String address) {
        long id = ++last;
        Scope scope = scopes.getOrDefault(account.staffId(), Scope.CITY);
        Actor actor = new Actor(account.staffId(), account.name(), account.permissions(), scope, address);
        String token = "token-of-session-" + id;
        Session session =
                new Session(id, actor, "测试员" + account.staffId(), "csrf-of-session-" + id, stage, clock.instant());
        byToken.put(token, session);
        return new Admitted(session, token);
    }
}
