package cn.suinian.core.holder.bulk;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.bulk.FileStore.Held;
import cn.suinian.core.holder.bulk.sheet.PeopleSheet;
import cn.suinian.core.holder.bulk.sheet.SheetRefusal;
import cn.suinian.core.holder.bulk.sheet.SheetRow;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers a community from a file: it is received, checked, looked at by a clerk, and then its people are registered,
 * by {@link BulkRounds}. Each act is one transaction with its entry in the audit trail; each throws {@link
 * RefusedException} when it is refused. Blocking.
 */
public final class BulkRegistration {
    /** What the audit trail calls a file. */
    static final String SUBJECT = "BULK_FILE";

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int MOST_LISTED = 100;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_IGNORED = 400;

    private final Transactions transactions;
    private final DataVault vault;
    private final AuditLog audit;
    private final Clock clock;
    private final FileStore files;
    private final RowStore rows;
    private final AlikeDecisions decisions;

    public BulkRegistration(
            Transactions transactions, DataVault vault, HolderRegister register, AuditLog audit, Clock clock) {
        Seals seals = new Seals(vault);
        this.transactions = transactions;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.files = new FileStore(seals);
        this.rows = new RowStore(seals);
        this.decisions = new AlikeDecisions(transactions, register, audit, seals);
    }

    /**
     * A file that was received.
     *
     * @param again it was sent before and is the one of then
     */
    public record Receipt(long fileNo, boolean again) {}

    /**
     * Takes a file in, all of it or nothing; the check begins by itself.
     *
     * @param name what the sender calls it: shown, and else of no consequence
     * @throws RefusedException with a {@link SheetRefusal} at {@code file} when it cannot be read
     */
    public Receipt receive(Actor actor, String name, byte[] content) throws SQLException {
        require(actor);
        if (content.length > PeopleSheet.MOST_BYTES) {
            throw new RefusedException(SheetRefusal.FILE_TOO_LARGE, "file");
        }
        byte[] digest = vault.blindIndex("bulk.file", Hex.encode(Sm3.digest(content)));
        return transactions.run(transaction -> {
            WorkQueue.lockContent(transaction, digest);
            Optional<Long> same =
                    FileStore.findSame(transaction, digest, actor.scope().district());
            if (same.isPresent()) {
                return new Receipt(same.get(), true);
            }
            return new Receipt(stage(transaction, actor, name, digest, content), false);
        });
    }

    private long stage(Connection transaction, Actor actor, String name, byte[] digest, byte[] content)
            throws SQLException {
        long fileNo = FileStore.nextNumber(transaction);
        try (PeopleSheet sheet = PeopleSheet.open(content)) {
            // Rows belong to a file, so the file comes first, with as many rows as it can have.
            FileStore.Received received = new FileStore.Received(
                    Hex.encode(digest),
                    shortened(name, LONGEST_NAME),
                    shortened(String.join("、", sheet.ignored()), LONGEST_IGNORED),
                    sheet.format(),
                    content.length,
                    PeopleSheet.MOST_ROWS,
                    actor.scope().district());
            files.insert(transaction, fileNo, received, actor, now());
            int count = stageRows(transaction, fileNo, sheet);
            FileStore.setRows(transaction, fileNo, count);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BULK_FILE_RECEIVED", SUBJECT, fileNo)
                            .with(Map.of(
                                    "rows", Integer.toString(count),
                                    "bytes", Integer.toString(content.length),
                                    "format", sheet.format().name())));
            return fileNo;
        } catch (IOException broken) {
            throw new RefusedException(SheetRefusal.FILE_BROKEN, "file");
        }
    }

    private int stageRows(Connection transaction, long fileNo, PeopleSheet sheet) throws SQLException {
        int count = 0;
        List<SheetRow> some = new ArrayList<>();
        for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
            some.add(row);
            count++;
            if (some.size() == ROWS_AT_ONCE) {
                rows.insert(transaction, fileNo, some);
                some.clear();
            }
        }
        rows.insert(transaction, fileNo, some);
        return count;
    }

    /** A file, when the actor may see it. */
    public BulkFile file(Actor actor, long fileNo) throws SQLException {
        require(actor);
        return transactions.run(
                transaction -> visible(actor, files.find(transaction, fileNo).orElse(null)));
    }

    /** A page of files that the actor sees, the newest first, with numbers below this one. */
    public List<BulkFile> list(Actor actor, long before, int limit) throws SQLException {
        require(actor);
        return transactions.run(transaction ->
                files.list(transaction, actor.scope().district(), before, Math.max(1, Math.min(limit, MOST_LISTED))));
    }

    /** How many files that the actor sees a node works on, or should. */
    public long countUnderWay(Actor actor) throws SQLException {
        require(actor);
        return transactions.run(transaction ->
                FileStore.countUnderWay(transaction, actor.scope().district()));
    }

    /** Lets the registration begin, or lets a file that was stopped go on. */
    public void start(Actor actor, long fileNo) throws SQLException {
        require(actor);
        transactions.run(transaction -> {
            BulkFile file = lock(transaction, actor, fileNo).file();
            switch (file.state()) {
                case CHECKED -> FileStore.start(transaction, fileNo, actor, now());
                case STOPPED -> {
                    if (file.startedAs() == null) {
                        FileStore.move(transaction, fileNo, BulkState.CHECKING, now());
                    } else {
                        FileStore.goOn(transaction, fileNo, actor, now());
                    }
                }
                case CHECKING, RUNNING, DONE, CANCELLED -> throw new RefusedException(BulkRefusal.NOT_NOW);
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BULK_FILE_STARTED", SUBJECT, fileNo).with(BulkRounds.counts(file.tally())));
            return true;
        });
    }

    /** Nobody else will be registered from this file; whoever is stays. What was sent is forgotten. */
    public void cancel(Actor actor, long fileNo) throws SQLException {
        require(actor);
        transactions.run(transaction -> {
            BulkFile file = lock(transaction, actor, fileNo).file();
            if (file.state().over()) {
                throw new RefusedException(BulkRefusal.NOT_NOW);
            }
            rows.forgetAll(transaction, fileNo);
            FileStore.move(transaction, fileNo, BulkState.CANCELLED, now());
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BULK_FILE_CANCELLED", SUBJECT, fileNo).with(BulkRounds.counts(file.tally())));
            return true;
        });
    }

    /** The first faults of a file, in the order of its rows. */
    public List<Fault> firstFaults(Actor actor, long fileNo, int limit) throws SQLException {
        file(actor, fileNo);
        return transactions.run(transaction -> FaultStore.page(transaction, fileNo, 0, -1, limit).stream()
                .map(FaultStore.Placed::fault)
                .toList());
    }

    /** Writes every fault of a file as CSV with a byte order mark, page by page. */
    public void writeFaults(Actor actor, long fileNo, Appendable out) throws SQLException, IOException {
        file(actor, fileNo);
        FaultCsv.write(
                (rowId, place, limit) ->
                        transactions.run(transaction -> FaultStore.page(transaction, fileNo, rowId, place, limit)),
                out);
    }

    /** Rows that a clerk has to decide on, behind a row. */
    public List<AlikeRow> listAlike(Actor actor, long fileNo, int afterRow, int limit) throws SQLException {
        file(actor, fileNo);
        return decisions.list(actor, fileNo, afterRow, Math.max(1, Math.min(limit, MOST_LISTED)));
    }

    /**
     * A clerk looked at these holders and found that the person of the row is somebody else: they are registered.
     *
     * @return the new holder
     * @throws RefusedException with STILL_ALIKE when there is another such holder by now
     */
    public long registerOther(Actor actor, long fileNo, int rowNo, Set<Long> lookedAt) throws SQLException {
        file(actor, fileNo);
        return decisions.registerOther(actor, fileNo, rowNo, lookedAt);
    }

    /** A clerk found that the person of the row is registered: the row is left out. */
    public void leaveOut(Actor actor, long fileNo, int rowNo) throws SQLException {
        file(actor, fileNo);
        decisions.leaveOut(actor, fileNo, rowNo);
    }

    private Held lock(Connection transaction, Actor actor, long fileNo) throws SQLException {
        Held held = files.lock(transaction, fileNo).orElse(null);
        visible(actor, held == null ? null : held.file());
        return Objects.requireNonNull(held);
    }

    private static BulkFile visible(Actor actor, @Nullable BulkFile file) {
        District own = actor.scope().district();
        if (file == null || (own != null && own != file.district())) {
            throw new RefusedException(BulkRefusal.NO_SUCH_FILE);
        }
        return file;
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.HOLDER_REGISTER)) {
            throw new RefusedException(BulkRefusal.NOT_ALLOWED);
        }
    }

    /** One line of text that a page can show. */
    private static String shortened(String text, int longest) {
        String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
