package cn.suinian.core.registry;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.office.CardDesk;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.terminal.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The registers of vendors and terminals. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {

    private static final byte[] MASTER = Hex.decode("00112233445566778899aabbccddeeff");
    private static final Actor ADMIN = new Actor(1L, "admin", Role.ADMINISTRATOR.permissions(), Scope.CITY, "");
    private static final Actor READER = CardDesk.SUPERVISOR;

    private static final Map<RegistryRefusal, Attempt> ROWS = Map.ofEntries(
            entry(RegistryRefusal.NOT_PERMITTED, test -> test.terminals.suspend(READER, 1, "why")),
            entry(RegistryRefusal.VENDOR_CODE_INVALID, test -> test.vendor("bus 1", "n")),
            entry(RegistryRefusal.VENDOR_NAME_INVALID, test -> test.vendor("BUS-1", "a\tb")),
            entry(RegistryRefusal.VENDOR_CODE_TAKEN, test -> {
                test.vendor("TWICE", "n");
                test.vendor("TWICE", "n");
            }),
            entry(
                    RegistryRefusal.VENDOR_UNKNOWN,
                    test -> test.terminals.register(ADMIN, terminal(10, 99, Service.MEAL))),
            entry(
                    RegistryRefusal.TERMINAL_ID_INVALID,
                    test -> test.terminals.register(ADMIN, terminal(1_000_000_000_000L, test.canteen, Service.MEAL))),
            entry(RegistryRefusal.TERMINAL_TAKEN, test -> {
                test.terminals.register(ADMIN, terminal(11, test.canteen, Service.MEAL));
                test.terminals.register(ADMIN, terminal(11, test.canteen, Service.MEAL));
            }),
            entry(RegistryRefusal.TERMINAL_UNKNOWN, test -> test.terminals.getTerminal(READER, 404)),
            entry(RegistryRefusal.SERVICES_MISSING, test -> test.terminals.register(ADMIN, terminal(12, test.canteen))),
            entry(
                    RegistryRefusal.PLACE_KIND_UNKNOWN,
                    test -> test.terminals.register(
                            ADMIN, new TerminalEntry(13, 0, test.canteen, Set.of(Service.VENUE), "CINEMA", null))),
            entry(
                    RegistryRefusal.POSITION_INVALID,
                    test -> test.terminals.register(
                            ADMIN,
                            new TerminalEntry(
                                    14, 0, test.canteen, Set.of(Service.MEAL), null, new Position(90_000_001, 0)))),
            entry(RegistryRefusal.CHANGED_MEANWHILE, test -> {
                TerminalEntry shown = test.terminals
                        .register(ADMIN, terminal(15, test.canteen, Service.MEAL))
                        .terminal();
                test.terminals.change(ADMIN, shown.offering(Set.of(Service.VENUE)));
                test.terminals.change(ADMIN, shown.offering(Set.of(Service.VOUCHER)));
            }),
            entry(RegistryRefusal.REASON_INVALID, test -> test.terminals.suspend(ADMIN, 1, "")),
            entry(RegistryRefusal.KEY_VERSION_UNKNOWN, test -> test.terminals.handOutKey(ADMIN, 1, 9, "new till")),
            entry(RegistryRefusal.PAGE_INVALID, test -> test.terminals.list(READER, TerminalFilter.ALL, null, 0)));

    private Database database;
    private Transactions transactions;
    private VendorRegister vendors;
    private TerminalRegister terminals;
    private KeystoreVault vault;
    private int canteen;

    private interface Attempt {
        void at(RegistryTest test) throws Exception;
    }

    @BeforeAll
    void open(Database given) throws SQLException {
        database = given;
        transactions = Transactions.over(database, 4);
        vault = KeystoreVault.inMemory(Map.of(1, MASTER), Map.of(1, MASTER, 2, MASTER), Map.of());
        AuditLog audit = new AuditLog(Clock.systemUTC());
        vendors = new VendorRegister(transactions, audit);
        terminals = new TerminalRegister(transactions, audit, vault);
        canteen = vendor("CANTEEN-1", "食堂").id();
    }

    @AfterAll
    void close() {
        transactions.close();
    }

    private VendorEntry vendor(String code, String name) throws SQLException {
        return vendors.register(ADMIN, VendorEntry.fresh(code, name, "Canteen", VendorKind.CANTEEN));
    }

    private static TerminalEntry terminal(long id, int vendorId, Service... services) {
        Set<Service> offered = EnumSet.noneOf(Service.class);
        offered.addAll(List.of(services));
        return new TerminalEntry(id, 0, vendorId, offered, null, null);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsMetAndSaysWhatToDo(RegistryRefusal refusal) {
        assertThat(ROWS).containsKey(refusal);

        RefusedException met = catchThrowableOfType(
                RefusedException.class, () -> ROWS.get(refusal).at(this));

        assertThat(met.refusal()).isEqualTo(refusal);
        assertThat(refusal.zh()).hasSizeBetween(6, 60);
        assertThat(refusal.en()).matches("[A-Z][ -~]{10,120}[.]");
    }

    @Test
    void aTerminalIsRegisteredChangedSuspendedAndResumedAndEveryNodeIsTold() throws Exception {
        try (Connection node = database.dataSource().getConnection();
                Statement listen = node.createStatement()) {
            listen.execute("LISTEN suinian_reference");
            TerminalEntry asked = new TerminalEntry(
                    77, 0, canteen, Set.of(Service.MEAL), "PARK", new Position(22_540_000, 114_050_000));
            TerminalSeen made = terminals.register(ADMIN, asked);
            assertThat(told(node)).isTrue();
            assertThat(made.terminal())
                    .isEqualTo(new TerminalEntry(77, 1, canteen, asked.services(), "PARK", asked.position()));

            TerminalSeen suspended = terminals.suspend(ADMIN, 77, "stolen");
            assertThat(told(node)).isTrue();
            assertThat(suspended).returns(true, TerminalSeen::suspended).returns("stolen", TerminalSeen::suspendedWhy);
            assertThat(terminals.suspend(ADMIN, 77, "again")).isEqualTo(suspended);
            assertThat(told(node)).isFalse();
            TerminalSeen resumed = terminals.resume(ADMIN, 77, "found");
            assertThat(resumed).returns(false, TerminalSeen::suspended).returns(null, TerminalSeen::suspendedWhy);
            TerminalSeen changed = terminals.change(ADMIN, resumed.terminal().offering(EnumSet.allOf(Service.class)));
            assertThat(changed.terminal().services()).hasSize(5);
        }
        assertThat(TestServers.ask(
                        database,
                        "SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"
                                + " WHERE subject = '000000000077'"))
                .isEqualTo("TERMINAL_REGISTERED TERMINAL_SUSPENDED TERMINAL_RESUMED TERMINAL_CHANGED");
    }

    @Test
    void aKeyIsHandedOutOnRecordAndNeverPrinted() throws Exception {
        terminals.register(ADMIN, terminal(78, canteen, Service.MEAL));

        HandedKey key = terminals.handOutKey(ADMIN, 78, 2, "new till");

        assertThat(key.hex()).isEqualTo(Hex.encode(vault.terminalKey(78, 2)));
        assertThat(key.toString()).doesNotContain(key.hex());
        assertThat(TestServers.ask(
                        database,
                        "SELECT concat_ws(' ', act, after, reason) FROM audit_log"
                                + " WHERE subject = '000000000078' ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("TERMINAL_KEY_SHOWN keyVersion=2 new till");
    }

    @Test
    void terminalsAreListedByWhatTheyLastSaid() throws Exception {
        int metro = vendor("METRO-9", "地铁").id();
        for (int id = 9_001; id <= 9_005; id++) {
            terminals.register(ADMIN, terminal(id, metro, id == 9_005 ? Service.VENUE : Service.TRANSIT));
        }
        terminals.suspend(ADMIN, 9_004, "repair");
        TestServers.ask(
                database,
                "INSERT INTO terminal_status (terminal_id, last_seen, denylist_version, stored_taps)"
                        + " SELECT 9001, '2026-11-25Z'::timestamptz, version, 3 FROM denylist_head"
                        + " UNION ALL SELECT 9002, '2026-11-20Z', version - 2, 0 FROM denylist_head");
        Instant lastWeek = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(ids(new TerminalFilter(metro, null, null, null, false))).hasSize(5);
        assertThat(ids(new TerminalFilter(metro, true, null, null, false))).containsExactly(9_004L);
        assertThat(ids(new TerminalFilter(metro, null, Service.VENUE, null, false)))
                .containsExactly(9_005L);
        assertThat(ids(new TerminalFilter(metro, false, Service.TRANSIT, lastWeek, false)))
                .containsExactly(9_002L, 9_003L);
        assertThat(ids(new TerminalFilter(metro, null, null, null, true)))
                .doesNotContain(9_001L)
                .hasSize(4);
        TerminalSeen behind = terminals.getTerminal(READER, 9_002);
        assertThat(behind).returns(2L, TerminalSeen::denylistBehind).returns(true, TerminalSeen::stale);
        assertThat(terminals.getTerminal(READER, 9_001))
                .returns(false, TerminalSeen::stale)
                .returns(3, TerminalSeen::storedTaps);
        assertThat(terminals.list(READER, new TerminalFilter(metro, null, null, null, false), 9_002L, 2))
                .extracting(seen -> seen.terminal().id())
                .containsExactly(9_003L, 9_004L);
    }

    @Test
    void aVendorIsRenamedOnceForEachTimeItWasLookedAt() throws Exception {
        VendorEntry shown = vendor("BUS-7", "公交");
        VendorEntry renamed = vendors.rename(
                ADMIN, new VendorEntry(shown.id(), shown.rowVersion(), "IGNORED", "巴士", null, VendorKind.METRO));

        assertThat(renamed).isEqualTo(new VendorEntry(shown.id(), 2, "BUS-7", "巴士", null, VendorKind.CANTEEN));
        assertThat(catchThrowableOfType(RefusedException.class, () -> vendors.rename(ADMIN, shown))
                        .refusal())
                .isEqualTo(RegistryRefusal.CHANGED_MEANWHILE);
        assertThat(vendors.list(READER, "BUS-6", 1)).containsExactly(renamed);
    }

    private List<Long> ids(TerminalFilter filter) throws SQLException {
        return terminals.list(READER, filter, null, 200).stream()
                .map(seen -> seen.terminal().id())
                .toList();
    }

    /** Whether a node has heard of a change since it was last asked. */
    private static boolean told(Connection node) throws SQLException {
        try (Statement ping = node.createStatement()) {
            ping.execute("SELECT 1");
        }
        PGNotification[] heard = node.unwrap(PGConnection.class).getNotifications();
        return heard != null && heard.length > 0;
    }
}
