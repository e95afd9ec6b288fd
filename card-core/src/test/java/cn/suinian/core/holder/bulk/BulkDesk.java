package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.CLOCK;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A counter that takes files, and a node that works on them when it is told to. */
final class BulkDesk implements AutoCloseable {
    private static final byte[] KEY = "synthetic key 01".getBytes(UTF_8);

    final Counter counter;
    final BulkRegistration files;
    final BulkRounds rounds;

    BulkDesk(Database database) throws SQLException {
        this(database, CLOCK);
    }

    BulkDesk(Database database, Clock clock) throws SQLException {
        DataVault vault = KeystoreVault.ofColumns(Map.of(1, KEY), KEY);
        AuditLog audit = new AuditLog(clock);
        this.counter = new Counter(database, vault);
        this.files = new BulkRegistration(counter.transactions, vault, counter.register, audit, clock);
        this.rounds = new BulkRounds(counter.transactions, vault, audit, clock);
        for (Actor each : List.of(CLERK, Counter.OTHER_CLERK, Counter.SUPERVISOR)) {
            employ(database, each.staffId(), each.account(), each.scope().district());
        }
    }

    /** Somebody of a counter of this district, as the register of staff has them; null: of the whole city. */
    static void employ(Database database, long staffId, String account, District district) throws SQLException {
        TestServers.ask(
                database,
                "INSERT INTO staff (staff_id, account, display_name, roles, district, password_hash,"
                        + " password_changed_at, must_change_password, created_at) OVERRIDING SYSTEM VALUE VALUES ("
                        + staffId + ", '" + account + "', 'x', '{COUNTER_SUPERVISOR}', "
                        + (district == null ? "NULL" : district.code())
                        + ", 'x', now(), false, now()) ON CONFLICT DO NOTHING");
    }

    long received(byte[] content) throws SQLException {
        return files.receive(CLERK, "社区名单.csv", content).fileNo();
    }

    /** Works until nothing is left to do. */
    void work() throws SQLException {
        while (rounds.step()) {
            Thread.onSpinWait();
        }
    }

    /** Takes a file all the way. */
    BulkFile through(byte[] content) throws SQLException {
        long fileNo = received(content);
        work();
        files.start(CLERK, fileNo);
        work();
        return files.file(CLERK, fileNo);
    }

    /** Codes of faults by row, each with its column. */
    Map<Integer, List<String>> faults(Actor actor, long fileNo) throws SQLException {
        Map<Integer, List<String>> byRow = new TreeMap<>();
        for (Fault fault : files.firstFaults(actor, fileNo, 1_000_000)) {
            byRow.computeIfAbsent(fault.rowNo(), none -> new java.util.ArrayList<>())
                    .add(fault.reason().name() + " at " + fault.column());
        }
        return byRow;
    }

    String csv(long fileNo) throws SQLException, IOException {
        StringBuilder out = new StringBuilder();
        files.writeFaults(CLERK, fileNo, out);
        return out.toString();
    }

    @Override
    public void close() {
        counter.close();
    }
}
