package cn.suinian.core.staff.register;

import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.StaffDesk;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StaffRegisterTest {
    private StaffDesk desk;

    @BeforeEach
    void open(Database database) {
        desk = new StaffDesk(database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void onlyWhoeverManagesStaffGetsAnything() throws SQLException {
        StaffMember clerk = desk.hire("clerk", Role.COUNTER_CLERK).member();
        for (Role role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            Actor actor = new Actor(99L, "somebody", role.permissions(), Scope.CITY, "");
            refused(StaffRefusal.NOT_ALLOWED, () -> desk.register.list(actor, "", 10));
            refused(StaffRefusal.NOT_ALLOWED, () -> desk.register.create(actor, newStaff("other", Role.AUDITOR)));
            refused(StaffRefusal.NOT_ALLOWED, () -> desk.register.disable(actor, clerk.staffId(), 1, "why"));
            refused(StaffRefusal.NOT_ALLOWED, () -> desk.register.resetPassword(actor, clerk.staffId(), 1, "why"));
        }
    }

    @Test
    void anAccountNameIsTakenWhateverItsCase() throws SQLException {
        desk.hire("Clerk.One", Role.COUNTER_CLERK);

        refused(StaffRefusal.ACCOUNT_TAKEN, () -> desk.hire("clerk.ONE", Role.AUDITOR));
        refused(StaffRefusal.BAD_ACCOUNT, () -> desk.hire("a b", Role.AUDITOR));
        refused(StaffRefusal.BAD_ACCOUNT, () -> desk.hire("=cmd|calc", Role.AUDITOR));
    }

    @Test
    void administratorsAndAuditorsHaveNoOtherRole() {
        refused(
                StaffRefusal.ROLES_NOT_TOGETHER,
                () -> desk.register.create(
                        HOUSE, new NewStaff("both", "x", Set.of(Role.ADMINISTRATOR, Role.COUNTER_CLERK), Scope.CITY)));
        refused(
                StaffRefusal.ROLES_NOT_TOGETHER,
                () -> desk.register.create(
                        HOUSE, new NewStaff("both", "x", Set.of(Role.AUDITOR, Role.SETTLEMENT_CLERK), Scope.CITY)));
        refused(
                StaffRefusal.ADMINISTRATOR_OF_A_PART,
                () -> desk.register.create(
                        HOUSE,
                        new NewStaff("part", "x", Set.of(Role.ADMINISTRATOR), new Scope(District.FUTIAN, null))));
        refused(
                StaffRefusal.AUDITOR_OF_A_PART,
                () -> desk.register.create(
                        HOUSE, new NewStaff("part", "x", Set.of(Role.AUDITOR), new Scope(District.FUTIAN, null))));
        refused(
                StaffRefusal.NO_ROLE,
                () -> desk.register.create(HOUSE, new NewStaff("none", "x", Set.of(), Scope.CITY)));
    }

    @Test
    void aCounterMustStandInTheDistrict() throws SQLException {
        Counter counter = new Counters(desk.transactions, desk.audit)
                .create(HOUSE, "Branch by the sea", District.YANTIAN, Counter.Kind.BANK_BRANCH);
        Scope there = new Scope(District.YANTIAN, counter.counterId());

        assertThat(desk.register
                        .create(HOUSE, new NewStaff("clerk", "x", Set.of(Role.COUNTER_CLERK), there))
                        .member()
                        .scope())
                .isEqualTo(there);
        refused(
                StaffRefusal.NO_SUCH_COUNTER,
                () -> desk.register.create(
                        HOUSE,
                        new NewStaff(
                                "other",
                                "x",
                                Set.of(Role.COUNTER_CLERK),
                                new Scope(District.LUOHU, counter.counterId()))));
    }

    @Test
    void administratorsCannotHelpThemselves() throws SQLException {
        Actor first = administrator("first");
        administrator("second");
        long me = first.staffId();

        refused(StaffRefusal.NOT_YOURSELF, () -> desk.register.disable(first, me, 1, "why"));
        refused(StaffRefusal.NOT_YOURSELF, () -> desk.register.resetPassword(first, me, 1, "why"));
        refused(StaffRefusal.NOT_YOURSELF, () -> desk.register.resetSecondFactor(first, me, 1, "why"));
        refused(
                StaffRefusal.NOT_YOURSELF,
                () -> desk.register.change(first, me, 1, Set.of(Role.AUDITOR), Scope.CITY, "why"));
    }

    @Test
    void theLastActiveAdministratorStays() throws SQLException {
        Actor only = administrator("only");

        refused(StaffRefusal.LAST_ADMINISTRATOR, () -> desk.register.disable(HOUSE, only.staffId(), 1, "why"));
        refused(
                StaffRefusal.LAST_ADMINISTRATOR,
                () -> desk.register.change(HOUSE, only.staffId(), 1, Set.of(Role.AUDITOR), Scope.CITY, "why"));
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherAtTheSameInstantLeaveOne(Database database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                TestServers.ask(database, "UPDATE staff SET status = 'DISABLED'");
                Actor one = administrator("one-" + round);
                Actor two = administrator("two-" + round);
                List<Callable<Boolean>> duel = List.of(() -> disables(one, two), () -> disables(two, one));
                int disabled = 0;
                for (Future<Boolean> done : threads.invokeAll(duel)) {
                    disabled += done.get() ? 1 : 0;
                }
                assertThat(disabled).isEqualTo(1);
                assertThat(TestServers.ask(database, "SELECT count(*) FROM staff WHERE status = 'ACTIVE'"))
                        .isEqualTo("1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoeverSawAnOlderVersionIsTold() throws SQLException {
        StaffMember clerk = desk.hire("clerk", Role.COUNTER_CLERK).member();
        desk.register.change(
                HOUSE, clerk.staffId(), clerk.rowVersion(), Set.of(Role.COUNTER_SUPERVISOR), Scope.CITY, "promoted");

        refused(
                StaffRefusal.CHANGED_MEANWHILE,
                () -> desk.register.disable(HOUSE, clerk.staffId(), clerk.rowVersion(), "left"));
        refused(StaffRefusal.NO_SUCH_STAFF, () -> desk.register.disable(HOUSE, 4711, 1, "left"));
        refused(StaffRefusal.REASON_WANTED, () -> desk.register.disable(HOUSE, clerk.staffId(), 2, " "));
    }

    @Test
    void aResetPasswordIsHandedOverOnceAndMustBeReplaced(Database database) throws SQLException {
        StaffDesk.Person clerk = desk.settle("clerk", Role.COUNTER_CLERK);
        StaffMember now = desk.register.find(HOUSE, clerk.staffId()).orElseThrow();
        assertThat(now.mustChangePassword()).isFalse();

        HandedOver reset = desk.register.resetPassword(HOUSE, clerk.staffId(), now.rowVersion(), "forgot it");
        assertThat(reset.member().mustChangePassword()).isTrue();
        assertThat(reset.toString()).doesNotContain(reset.password().reveal());
        assertThat(desk.signIn
                        .password("clerk", clerk.password(), StaffDesk.BRANCH)
                        .signedIn())
                .isNull();
        assertThat(desk.signIn
                        .password("clerk", reset.password().reveal(), StaffDesk.BRANCH)
                        .signedIn())
                .isNotNull();
        assertThat(TestServers.ask(database, "SELECT string_agg(a::text, ' ') FROM audit_log a"))
                .contains("STAFF_PASSWORD_RESET", "forgot it")
                .doesNotContain(reset.password().reveal());
    }

    @Test
    void listsByAccountInPages() throws SQLException {
        for (String account : List.of("delta", "Alpha", "charlie", "Bravo")) {
            desk.hire(account, Role.COUNTER_CLERK);
        }
        assertThat(desk.register.list(HOUSE, "", 3))
                .extracting(StaffMember::account)
                .containsExactly("Alpha", "Bravo", "charlie");
        assertThat(desk.register.list(HOUSE, "charlie", 3))
                .extracting(StaffMember::account)
                .containsExactly("delta");
    }

    @Test
    void filtersByPartOfAccountOrNameRoleAndStatus() throws SQLException {
        StaffMember first = desk.hire("futian.1", Role.COUNTER_CLERK).member();
        desk.hire("futian.2", Role.AUDITOR);
        desk.register.create(HOUSE, new NewStaff("other", "陈测试%", Set.of(Role.COUNTER_CLERK), Scope.CITY));
        desk.register.disable(HOUSE, first.staffId(), first.rowVersion(), "left");

        assertThat(accounts(new StaffFilter("FUTIAN", null, null))).containsExactly("futian.1", "futian.2");
        assertThat(accounts(new StaffFilter("测试", null, null))).containsExactly("other");
        assertThat(accounts(new StaffFilter("%", null, null))).containsExactly("other");
        assertThat(accounts(new StaffFilter(null, Role.COUNTER_CLERK, null))).containsExactly("futian.1", "other");
        assertThat(accounts(new StaffFilter(null, Role.COUNTER_CLERK, true))).containsExactly("other");
        assertThat(accounts(new StaffFilter(null, null, false))).containsExactly("futian.1");
    }

    @Test
    void reasonsAndNamesAreOneLineOfBoundedLength() throws SQLException {
        StaffMember clerk = desk.hire("clerk", Role.COUNTER_CLERK).member();
        for (String reason : List.of("", " ", "a\nb", "x".repeat(201))) {
            refused(StaffRefusal.REASON_WANTED, () -> desk.register.disable(HOUSE, clerk.staffId(), 1, reason));
        }
        for (String name : List.of("", "a\nb", "x".repeat(41))) {
            NewStaff staff = new NewStaff("abc", name, Set.of(Role.AUDITOR), Scope.CITY);
            refused(StaffRefusal.BAD_NAME, () -> desk.register.create(HOUSE, staff));
        }
    }

    private List<String> accounts(StaffFilter filter) throws SQLException {
        return desk.register.list(HOUSE, filter, "", 10).stream()
                .map(StaffMember::account)
                .toList();
    }

    private boolean disables(Actor one, Actor other) throws SQLException {
        try {
            desk.register.disable(one, other.staffId(), 1, "a quarrel");
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    private Actor administrator(String account) throws SQLException {
        StaffMember made = desk.hire(account, Role.ADMINISTRATOR).member();
        return new Actor(made.staffId(), account, Role.ADMINISTRATOR.permissions(), Scope.CITY, "10.1.1.1");
    }

    private static NewStaff newStaff(String account, Role role) {
        return new NewStaff(account, account, Set.of(role), Scope.CITY);
    }

    private static void refused(StaffRefusal why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
