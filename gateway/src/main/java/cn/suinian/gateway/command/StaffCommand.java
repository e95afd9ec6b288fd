package cn.suinian.gateway.command;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.register.HandedOver;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.register.StaffRegister;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Staff from the command line: the first administrator, and the way back in when nobody can sign in any more. Whoever
 * may run it has the database's files anyway; what it does is in the audit trail all the same.
 */
public final class StaffCommand {

    private static final int PAGE = 200;

    private final Database database;
    private final Clock clock;
    private final StaffOrder order;
    private final Consumer<String> screen;
    private final Actor launcher = Actor.house("launcher");

    /** On a database whose tables are up to date. */
    public StaffCommand(Database database, Clock clock, StaffOrder order, Consumer<String> screen) {
        this.database = database;
        this.clock = clock;
        this.order = order;
        this.screen = screen;
    }

    /** Does it and says what came of it; 0 it is done, 1 it was refused. */
    public int run() throws SQLException {
        try (Transactions transactions = Transactions.over(database, 1)) {
            Passwords passwords = new Passwords(new Argon2id(Argon2id.OWASP, 1), new SecureRandom());
            return act(new StaffRegister(transactions, passwords, new AuditLog(clock), clock));
        } catch (RefusedException refused) {
            screen.accept(refused.refusal().zh());
            screen.accept(refused.refusal().en());
            return 1;
        }
    }

    private int act(StaffRegister register) throws SQLException {
        return switch (order.act()) {
            case LIST -> list(register);
            case ADD -> add(register);
            case RESET -> reset(register);
            case CODE -> throw new IllegalArgumentException("codes come from a demo city's file");
        };
    }

    private int list(StaffRegister register) throws SQLException {
        String after = "";
        List<StaffMember> page;
        do {
            page = register.list(launcher, after, PAGE);
            for (StaffMember each : page) {
                String roles = each.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
                screen.accept(String.format(
                        Locale.ROOT, "%-32s %-9s %s", each.account(), each.active() ? "active" : "disabled", roles));
                after = each.account();
            }
        } while (page.size() == PAGE);
        return 0;
    }

    private int add(StaffRegister register) throws SQLException {
        NewStaff staff = new NewStaff(order.account(), order.name(), Set.of(order.role()), Scope.CITY);
        handOver(register.create(launcher, staff));
        return 0;
    }

    /** A new password, and another authenticator to be enrolled. */
    private int reset(StaffRegister register) throws SQLException {
        Optional<StaffMember> found = find(register);
        if (found.isEmpty()) {
            screen.accept("There is no account " + order.account() + ": see staff list");
            return 1;
        }
        String why = "from the command line by " + System.getProperty("user.name");
        StaffMember now = register.resetSecondFactor(
                launcher, found.get().staffId(), found.get().rowVersion(), why);
        handOver(register.resetPassword(launcher, now.staffId(), now.rowVersion(), why));
        return 0;
    }

    private Optional<StaffMember> find(StaffRegister register) throws SQLException {
        String after = "";
        List<StaffMember> page;
        do {
            page = register.list(launcher, after, PAGE);
            for (StaffMember each : page) {
                if (each.account().equalsIgnoreCase(order.account())) {
                    return Optional.of(each);
                }
                after = each.account();
            }
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    private void handOver(HandedOver handed) {
        screen.accept("account   " + handed.member().account());
        screen.accept("password  " + handed.password().reveal());
        screen.accept("This password is shown once, is good for seven days, and is replaced at the first sign-in.");
    }
}
