package cn.suinian.settlement.statement;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.RunningSm3;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.statement.Statement.Held;
import cn.suinian.settlement.statement.Statement.State;
import cn.suinian.settlement.statement.StatementStore.Received;
import cn.suinian.settlement.statement.format.NotAStatementException;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementMapping;
import cn.suinian.settlement.statement.format.StatementReader;
import cn.suinian.settlement.statement.format.TimeForm;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Takes statements in, and says which of them count. Blocking. */
public final class Statements {
    private static final int LONGEST_LABEL = 120;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public Statements(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file that was taken in.
     *
     * @param before whether it had been taken in before; then nothing was done
     */
    public record Taken(Statement statement, boolean before) {}

    /** Undoes the transaction of a file that was there before. */
    private static final class TakenBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Statement statement;

        TakenBefore(Statement statement) {
            super("taken in before", null, false, false);
            this.statement = statement;
        }
    }

    /**
     * Reads the file once and keeps all of it or nothing.
     *
     * @param label what the file is called
     * @throws RefusedException when it is no statement of this vendor; rows that cannot be read do not matter here
     */
    public Taken take(Actor actor, int vendorId, String label, InputStream file, IngestProgress progress)
            throws SQLException {
        return take(actor, new For(vendorId, null), label, file, progress);
    }

    /**
     * Whose statement, and of which day, a file should be.
     *
     * @param day null: whichever its header says
     */
    public record For(int vendorId, @Nullable LocalDate day) {}

    /** The same, of a file that somebody says is of this day. */
    public Taken take(Actor actor, For expected, String label, InputStream file, IngestProgress progress)
            throws SQLException {
        StatementRefusal.permit(actor, Permission.RECONCILE_ACT);
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return new Taken(
                    transactions.run(transaction -> {
                        if (begun.getAndSet(true)) { // a second attempt of the transaction, and the file is half read
                            throw new RefusedException(StatementRefusal.FILE_BROKE_OFF, "file");
                        }
                        return ingest(transaction, actor, expected, label, file, progress);
                    }),
                    false);
        } catch (TakenBefore there) {
            return new Taken(there.statement, true);
        }
    }

    /** Lets a held statement count, for a reason. */
    public Statement accept(Actor actor, int statementId, String reason) throws SQLException {
        StatementRefusal.permit(actor, Permission.RECONCILE_ACT);
        String why = StatedReason.of(reason, StatementRefusal.REASON_MISSING);
        return transactions.run(transaction -> {
            StatementStore store = new StatementStore(transaction);
            Statement statement = lock(store, statementId);
            if (statement.state() != State.HELD) {
                throw new RefusedException(StatementRefusal.NOT_HELD);
            }
            return decide(transaction, actor, statement, State.READY, why);
        });
    }

    /**
     * Lets a statement count no longer, for a reason: a corrected one replaces it, or it was the wrong file. What two
     * people approved a day with stays; a statement that came after that may go.
     */
    public Statement withdraw(Actor actor, int statementId, String reason) throws SQLException {
        StatementRefusal.permit(actor, Permission.RECONCILE_ACT);
        String why = StatedReason.of(reason, StatementRefusal.REASON_MISSING);
        return transactions.run(transaction -> {
            StatementStore store = new StatementStore(transaction);
            Statement statement = lock(store, statementId);
            if (statement.state() == State.WITHDRAWN) {
                throw new RefusedException(StatementRefusal.ALREADY_WITHDRAWN);
            }
            if (store.isApprovedWith(statementId)) {
                throw new RefusedException(StatementRefusal.DAY_APPROVED);
            }
            return decide(transaction, actor, statement, State.WITHDRAWN, why);
        });
    }

    /** Whether its business day was approved with it, so that it cannot be withdrawn as things are. */
    public boolean isApprovedWith(Actor actor, int statementId) throws SQLException {
        StatementRefusal.see(actor);
        return transactions.run(transaction -> new StatementStore(transaction).sawApproval(statementId));
    }

    /** One of them. */
    public Statement get(Actor actor, int statementId) throws SQLException {
        StatementRefusal.see(actor);
        return transactions.run(transaction -> new StatementStore(transaction)
                .find(statementId)
                .orElseThrow(() -> new RefusedException(StatementRefusal.NO_SUCH_STATEMENT)));
    }

    /**
     * The newest first.
     *
     * @param before the number of the last one of the page before; {@link Integer#MAX_VALUE}: from the newest
     */
    public List<Statement> page(Actor actor, StatementFilter filter, int before, int most) throws SQLException {
        StatementRefusal.see(actor);
        return transactions.run(transaction -> new StatementStore(transaction).page(filter, before, most));
    }

    /** Writes the bad rows of a statement as CSV (UTF-8), however many there are; the audit log says who has them. */
    public void writeFaults(Actor actor, int statementId, OutputStream out) throws SQLException, IOException {
        get(actor, statementId);
        transactions.run(transaction ->
                audit.append(transaction, actor, AuditEntry.of("STATEMENT_FAULTS_EXPORTED", "STATEMENT", statementId)));
        new FaultCsv(transactions).write(statementId, out);
    }

    /** The first bad rows of a statement, by line. */
    public List<BadRow> firstFaults(Actor actor, int statementId, int most) throws SQLException {
        get(actor, statementId);
        return transactions.run(transaction -> FaultCsv.page(transaction, statementId, 0, most));
    }

    private Statement ingest(
            Connection transaction, Actor actor, For expected, String label, InputStream file, IngestProgress progress)
            throws SQLException {
        int vendorId = expected.vendorId;
        StatementStore store = new StatementStore(transaction);
        String code = store.findVendorCode(vendorId)
                .orElseThrow(() -> new RefusedException(StatementRefusal.NO_SUCH_VENDOR, "vendor"));
        StatementMapping mapping = StatementMappings.of(transaction, vendorId);
        int statementId = store.nextId();
        RunningSm3 hash = new RunningSm3(OutputStream.nullOutputStream());
        try {
            StatementReader reader = new StatementReader(new Hashed(file, hash), mapping);
            LocalDate day = checked(reader.header(), code, expected);
            if (store.isBeforeFirstDay(day)) {
                throw new RefusedException(StatementRefusal.DAY_TOO_EARLY, "file");
            }
            Tally tally = new Ingest(transaction, statementId, progress).run(reader);
            store.lockVendor(vendorId);
            store.findByDigest(vendorId, hash.soFar()).ifPresent(there -> {
                throw new TakenBefore(there);
            });
            Set<Held> held = tally.held();
            store.insert(new Received(
                    statementId,
                    vendorId,
                    day,
                    hash.soFar(),
                    label(label),
                    mapping.format(),
                    mapping.version(),
                    held,
                    tally,
                    actor,
                    clock.instant()));
        } catch (NotAStatementException wrong) {
            throw HeadRefusal.of(wrong);
        } catch (IOException brokenOff) {
            throw new RefusedException(StatementRefusal.FILE_BROKE_OFF, "file");
        }
        return finish(transaction, actor, statementId, vendorId);
    }

    private Statement finish(Connection transaction, Actor actor, int statementId, int vendorId) throws SQLException {
        StatementStore store = new StatementStore(transaction);
        Standings.settle(transaction, vendorId, statementId);
        Statement taken = store.find(statementId).orElseThrow();
        audit.append(
                transaction,
                actor,
                AuditEntry.of("STATEMENT_TAKEN", "STATEMENT", statementId)
                        .with(Map.of(
                                "vendor", Integer.toString(vendorId),
                                "day", taken.day().toString(),
                                "state", taken.state().name(),
                                "digest", taken.digest(),
                                "good", Long.toString(taken.counts().good()),
                                "bad", Long.toString(taken.counts().bad()))));
        return taken;
    }

    private LocalDate checked(Header header, String code, For expected) {
        if (!header.vendorCode().equals(code)) {
            throw HeadRefusal.otherVendor(header.vendorCode(), code);
        }
        if (expected.day != null && !header.day().equals(expected.day)) {
            throw HeadRefusal.otherDay(header.day(), expected.day);
        }
        if (header.day().isAfter(LocalDate.ofInstant(clock.instant(), TimeForm.SHENZHEN))) {
            throw HeadRefusal.tooLate(header.day());
        }
        return header.day();
    }

    private Statement decide(Connection transaction, Actor actor, Statement was, State state, String why)
            throws SQLException {
        StatementStore store = new StatementStore(transaction);
        store.decide(was.statementId(), state, actor, clock.instant(), why);
        Standings.settle(transaction, was.vendorId(), was.statementId());
        audit.append(
                transaction,
                actor,
                AuditEntry.of(
                                state == State.READY ? "STATEMENT_ACCEPTED" : "STATEMENT_WITHDRAWN",
                                "STATEMENT",
                                was.statementId())
                        .changed(Map.of("state", was.state().name()), Map.of("state", state.name()))
                        .because(why));
        return store.find(was.statementId()).orElseThrow();
    }

    private static Statement lock(StatementStore store, int statementId) throws SQLException {
        Statement found =
                store.find(statementId).orElseThrow(() -> new RefusedException(StatementRefusal.NO_SUCH_STATEMENT));
        store.lockVendor(found.vendorId());
        return store.lock(statementId).orElseThrow();
    }

    private static String label(String given) {
        String clean = given.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > LONGEST_LABEL ? clean.substring(0, LONGEST_LABEL) : clean;
    }

    /** Hashes what is read through it. */
    private static final class Hashed extends FilterInputStream {
        private final RunningSm3 hash;

        Hashed(InputStream in, RunningSm3 hash) {
            super(in);
            this.hash = hash;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                hash.write(c);
            }
            return c;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                hash.write(into, from, read);
            }
            return read;
        }
    }
}
