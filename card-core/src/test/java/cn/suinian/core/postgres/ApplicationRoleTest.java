package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ApplicationRoleTest {
    private static final String NOT_ALLOWED = "42501";
    private Database application;

    @BeforeEach
    void grant(Database owner) {
        ApplicationRole.ensure(owner, "suinian_app", "00ff");
        ApplicationRole.grant(owner, "suinian_app");
        application = new Database(owner.host(), owner.port(), "suinian_app", "00ff", owner.database());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET actor = 'other'",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "DELETE FROM audit_head",
                "UPDATE tap SET amount = 0",
                "DELETE FROM tap",
                "TRUNCATE tap",
                "UPDATE tap_default SET amount = 0",
                "UPDATE tap_reversal SET amount = 0",
                "DELETE FROM denylist_change",
                "UPDATE card_status SET since = now()",
                "DELETE FROM attestation_said",
                "INSERT INTO installation (demo_city) VALUES (true)",
                "UPDATE migrations_of_core SET checksum = 0",
                "ALTER TABLE audit_log DISABLE TRIGGER ALL",
                "DROP TABLE audit_log",
                "DROP TRIGGER audit_head_follows ON audit_head",
                "CREATE TABLE mine (n int)",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
                "SET session_replication_role = replica",
                "CREATE ROLE other",
                "COPY audit_log TO PROGRAM 'cat'"
            })
    void mayNot(String statement) {
        assertThatThrownBy(() -> ask(application, statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState())
                                .as(refused.getMessage())
                                .isIn(NOT_ALLOWED, "0LP01"));
    }

    @Test
    void doesTheWorkOfANode() throws SQLException {
        ask(application, "INSERT INTO vendor (code, name, kind) VALUES ('V', 'V', 'METRO')");
        ask(application, "INSERT INTO holder (born_on) VALUES ('1950-01-01')");
        ask(
                application,
                "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                        + " SELECT 5, holder_id, 'ACTIVE', now(), '2040-01-01' FROM holder");
        ask(application, "INSERT INTO account (holder_id, live_card) SELECT holder_id, 5 FROM holder");
        ask(application, "UPDATE card SET status = 'LOST'");
        ask(application, "INSERT INTO open_business_day (day) VALUES ('2026-11-23')");

        assertThat(ask(application, "SELECT version FROM account")).isEqualTo("2");
        assertThat(ask(application, "SELECT version FROM denylist_head")).isEqualTo("1");
        try (StaffDesk desk = new StaffDesk(application)) {
            assertThat(desk.settle("somebody", Role.ADMINISTRATOR).token()).isNotEmpty();
        }
    }

    @Test
    void makesPartitionsAndNothingElse() throws SQLException {
        new TapPartitions(application.dataSource()).makeAround(LocalDate.of(2026, 11, 23));

        assertThat(ask(
                        application,
                        "SELECT count(*) FROM pg_class WHERE relispartition AND relkind = 'r'"
                                + " AND relname ~ '^tap_2026'"))
                .isEqualTo("44");
        assertThatThrownBy(() -> ask(application, "SELECT make_tap_partition('infinity')"))
                .hasMessageContaining("no partition");
    }

    @Test
    void aTableOfTomorrowIsCoveredByItsTriggers(Database owner) throws SQLException {
        ask(owner, """
                CREATE TABLE tomorrow (n int);
                CREATE TRIGGER tomorrow_is_append_only BEFORE UPDATE OR DELETE ON tomorrow FOR EACH ROW
                    EXECUTE FUNCTION refuse_change()""");
        ApplicationRole.grant(owner, "suinian_app");

        ask(application, "INSERT INTO tomorrow VALUES (1)");
        assertThatThrownBy(() -> ask(application, "DELETE FROM tomorrow")).hasMessageContaining("permission denied");
    }

    @Test
    void anybodyCanSeeWhetherARoleMayTooMuch(Database owner) throws SQLException {
        try (Connection asOwner = owner.dataSource().getConnection();
                Connection asApplication = application.dataSource().getConnection()) {
            assertThat(ApplicationRole.mayRewriteAuditTrail(asOwner)).isTrue();
            assertThat(ApplicationRole.mayRewriteAuditTrail(asApplication)).isFalse();
        }
    }

    @Test
    void aLieAtTheEndIsAllThatItCanAdd() throws SQLException {
        try (Transactions transactions = Transactions.over(application, 1)) {
            AuditLog log = new AuditLog(Clock.systemUTC());
            transactions.run(
                    transaction -> log.append(transaction, Actor.house("test"), AuditEntry.of("TESTED", "CARD", 1)));
        }
        assertThatThrownBy(() -> ask(application, "UPDATE audit_head SET entry_no = 0"))
                .hasMessageContaining("the head of the audit trail follows the trail");
    }
}
