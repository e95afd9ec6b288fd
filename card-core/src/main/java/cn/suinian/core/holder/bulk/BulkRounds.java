package cn.suinian.core.holder.bulk;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.bulk.FileStore.Held;
import cn.suinian.core.holder.bulk.RowStore.Repeated;
import cn.suinian.core.holder.bulk.sheet.BulkColumn;
import cn.suinian.core.holder.bulk.sheet.RowProblem;
import cn.suinian.core.holder.register.ManyRegistrations;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files through, a chunk of rows in a transaction: what became of the rows and how far the file is are committed
 * together, so whoever is killed loses a chunk that was not done, and any node goes on. Blocking.
 */
public final class BulkRounds {
    /** Rows in one transaction. */
    static final int CHUNK = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BulkRounds.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Transactions transactions;
    private final ManyRegistrations register;
    private final AuditLog audit;
    private final Clock clock;
    private final FileStore files;
    private final RowStore rows;

    public BulkRounds(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        Seals seals = new Seals(vault);
        this.transactions = transactions;
        this.register = new ManyRegistrations(vault);
        this.audit = audit;
        this.clock = clock;
        this.files = new FileStore(seals);
        this.rows = new RowStore(seals);
    }

    /**
     * Does one chunk of the file that has waited longest and that no other node is at, or forgets what is to be
     * forgotten of one file.
     *
     * @return false: there was nothing to do
     */
    public boolean step() throws SQLException {
        Instant now = now();
        List<Long> waiting = transactions.run(transaction -> WorkQueue.underWay(transaction, now));
        for (long fileNo : waiting) {
            if (chunk(fileNo)) {
                return true;
            }
        }
        return transactions.run(this::forget);
    }

    private boolean chunk(long fileNo) throws SQLException {
        try {
            return transactions.run(transaction -> WorkQueue.tryLock(transaction, fileNo) && work(transaction, fileNo));
        } catch (SQLException | RuntimeException failure) {
            // Messages may quote a row: the kind has to do.
            LOG.warn("file {} of people failed: {}", fileNo, kind(failure));
            boolean stopped = transactions.run(transaction -> WorkQueue.failed(transaction, fileNo, now()));
            if (stopped) {
                LOG.error("file {} of people failed again and again and was stopped", fileNo);
            }
            return true;
        }
    }

    private boolean work(Connection transaction, long fileNo) throws SQLException {
        Optional<Held> found = files.lock(transaction, fileNo);
        if (found.isEmpty() || !found.get().file().state().underWay()) {
            return false;
        }
        Held held = found.get();
        Actor starter = held.starter();
        if (starter != null
                && !StarterStore.may(transaction, starter, held.file().district())) {
            stop(transaction, held);
            return true;
        }
        boolean checking = held.file().state() == BulkState.CHECKING;
        RowOutcome from = checking ? RowOutcome.STAGED : RowOutcome.FIT;
        List<StagedRow> next = rows.list(transaction, fileNo, held.lastRow(), from, CHUNK);
        if (next.isEmpty()) {
            if (checking) {
                finishCheck(transaction, held);
            } else {
                finishRun(transaction, held);
            }
            return true;
        }
        Chunk chunk = new Chunk(next, held.actor().scope(), from);
        if (checking) {
            check(transaction, held, chunk);
        } else {
            run(transaction, held, chunk);
        }
        return true;
    }

    /** Nobody is registered in the name of somebody who may not do it any more; another clerk can let it go on. */
    private void stop(Connection transaction, Held held) throws SQLException {
        FileStore.stopWithoutStarter(transaction, held.file().fileNo(), now());
        audit.append(
                transaction,
                Actor.house("bulk-files"),
                entry("BULK_FILE_STOPPED", held, counts(held.file().tally())));
    }

    private void check(Connection transaction, Held held, Chunk chunk) throws SQLException {
        chunk.take(register.judge(transaction, held.actor(), chunk.registrations(), today()));
        keep(transaction, held, chunk);
        if (chunk.met()) {
            audit.append(transaction, held.actor(), entry("BULK_ROWS_CHECKED", held, chunk.forAudit()));
        }
    }

    private void run(Connection transaction, Held held, Chunk chunk) throws SQLException {
        Actor actor = held.actor();
        chunk.take(register.register(transaction, actor, chunk.registrations(), today(), now()));
        RowStore.registered(transaction, held.file().fileNo(), chunk.holders);
        keep(transaction, held, chunk);
        audit.append(transaction, actor, entry("BULK_ROWS_REGISTERED", held, chunk.forAudit()));
    }

    private void keep(Connection transaction, Held held, Chunk chunk) throws SQLException {
        long fileNo = held.file().fileNo();
        rows.settle(transaction, chunk.settled);
        FaultStore.insert(transaction, fileNo, chunk.faults);
        FileStore.advance(transaction, fileNo, chunk.lastRow(), chunk.size(), chunk.moves, now());
    }

    /** Rows that say the same as one before them are known only when all were looked at. */
    private void finishCheck(Connection transaction, Held held) throws SQLException {
        long fileNo = held.file().fileNo();
        Tally.Moves moves = new Tally.Moves();
        List<Fault> faults = new ArrayList<>();
        for (Repeated twice : rows.setAsideTwice(transaction, fileNo)) {
            moves.move(RowOutcome.FIT, RowOutcome.TWICE);
            faults.add(Fault.of(
                    twice.row(), BulkColumn.DOCUMENT_NUMBER, RowProblem.TWICE_IN_FILE, (long) twice.firstRowNo()));
        }
        for (Repeated alike : rows.setAsideAlike(transaction, fileNo)) {
            moves.move(RowOutcome.FIT, RowOutcome.ALIKE);
            faults.add(Fault.of(alike.row(), BulkColumn.NAME, RowProblem.ALIKE_IN_FILE, (long) alike.firstRowNo()));
        }
        FaultStore.insert(transaction, fileNo, faults);
        FileStore.advance(transaction, fileNo, held.lastRow(), 0, moves, now());
        FileStore.move(transaction, fileNo, BulkState.CHECKED, now());
        BulkFile file = files.find(transaction, fileNo).orElseThrow();
        audit.append(transaction, held.actor(), entry("BULK_FILE_CHECKED", held, counts(file.tally())));
    }

    private void finishRun(Connection transaction, Held held) throws SQLException {
        long fileNo = held.file().fileNo();
        rows.forgetDecided(transaction, fileNo);
        FileStore.move(transaction, fileNo, BulkState.DONE, now());
        audit.append(
                transaction,
                held.actor(),
                entry("BULK_FILE_DONE", held, counts(held.file().tally())));
    }

    /** Files nobody let begin, and what is left of files that are over. */
    private boolean forget(Connection transaction) throws SQLException {
        Optional<Long> abandoned = WorkQueue.abandoned(transaction, now());
        if (abandoned.isPresent()) {
            rows.forgetAll(transaction, abandoned.get());
            FileStore.move(transaction, abandoned.get(), BulkState.CANCELLED, now());
            audit.append(
                    transaction,
                    Actor.house("bulk-files"),
                    AuditEntry.of("BULK_FILE_LAPSED", BulkRegistration.SUBJECT, abandoned.get()));
            return true;
        }
        Optional<Long> over = WorkQueue.longOver(transaction, now());
        if (over.isPresent()) {
            rows.forgetAll(transaction, over.get());
            FaultStore.forgetFile(transaction, over.get());
            WorkQueue.purged(transaction, over.get(), now());
        }
        return over.isPresent();
    }

    private static AuditEntry entry(String act, Held held, Map<String, String> values) {
        return AuditEntry.of(act, BulkRegistration.SUBJECT, held.file().fileNo())
                .with(values);
    }

    static Map<String, String> counts(Tally tally) {
        Map<String, String> values = new TreeMap<>();
        values.put("fit", Integer.toString(tally.fit()));
        values.put("registered", Integer.toString(tally.registered()));
        values.put("wrong", Integer.toString(tally.wrong()));
        values.put("known", Integer.toString(tally.known()));
        values.put("alike", Integer.toString(tally.alike()));
        values.put("twice", Integer.toString(tally.twice()));
        return values;
    }

    private static String kind(Exception failure) {
        String kind = failure.getClass().getSimpleName();
        return failure instanceof SQLException sql ? kind + " " + sql.getSQLState() : kind;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
