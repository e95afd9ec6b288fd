package cn.suinian.core.holder.bulk;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.bulk.sheet.BulkColumn;
import cn.suinian.core.holder.bulk.sheet.RowReading;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.holder.person.Mask;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clerks decide on rows with the name and birthday of somebody else. */
final class AlikeDecisions {
    private final Transactions transactions;
    private final HolderRegister register;
    private final AuditLog audit;
    private final FileStore files;
    private final RowStore rows;

    AlikeDecisions(Transactions transactions, HolderRegister register, AuditLog audit, Seals seals) {
        this.transactions = transactions;
        this.register = register;
        this.audit = audit;
        this.files = new FileStore(seals);
        this.rows = new RowStore(seals);
    }

    /** Rows with whom they are like; looking is recorded. */
    List<AlikeRow> list(Actor actor, long fileNo, int afterRow, int limit) throws SQLException {
        return transactions.runWhole(transaction -> {
            List<StagedRow> waiting = rows.list(transaction, fileNo, afterRow, RowOutcome.ALIKE, limit);
            District district =
                    files.find(transaction, fileNo).map(BulkFile::district).orElse(null);
            List<AlikeRow> alike = new ArrayList<>();
            for (StagedRow row : waiting) {
                alike.add(new AlikeRow(
                        row.row().rowNo(),
                        Mask.name(row.row().text(BulkColumn.NAME)),
                        Fault.masked(row.row().text(BulkColumn.DOCUMENT_NUMBER)),
                        holders(actor, registration(district, row))));
            }
            if (!alike.isEmpty()) {
                audit.append(
                        transaction,
                        actor,
                        AuditEntry.of("BULK_ALIKE_VIEWED", BulkRegistration.SUBJECT, fileNo)
                                .with(Map.of("rows", Integer.toString(alike.size()))));
            }
            return alike;
        });
    }

    /** Those of other districts were counted when the file was checked. */
    private List<Namesake> holders(Actor actor, Registration registration) throws SQLException {
        try {
            return register.dryRun(actor, registration).orElse(null) instanceof Registered.PossibleDuplicates alike
                    ? alike.holders()
                    : List.of();
        } catch (RefusedException refused) { // it is said when the clerk decides
            return List.of();
        }
    }

    long registerOther(Actor actor, long fileNo, int rowNo, Set<Long> lookedAt) throws SQLException {
        return transactions.runWhole(transaction -> {
            BulkFile file = lockedFile(transaction, fileNo);
            StagedRow row = lockedRow(transaction, fileNo, rowNo);
            settle(transaction, fileNo, row, RowOutcome.REGISTERED);
            FaultStore.forgetRow(transaction, row.rowId());
            Registered outcome =
                    register.register(actor, registration(file.district(), row).notTheSameAs(lookedAt));
            if (outcome instanceof Registered.NewHolder holder) {
                RowStore.registered(transaction, fileNo, List.of(new RowStore.From(holder.holderId(), rowNo)));
                return holder.holderId();
            }
            throw new RefusedException(
                    outcome instanceof Registered.PossibleDuplicates
                            ? BulkRefusal.STILL_ALIKE
                            : BulkRefusal.NO_LONGER_FIT);
        });
    }

    void leaveOut(Actor actor, long fileNo, int rowNo) throws SQLException {
        transactions.run(transaction -> {
            lockedFile(transaction, fileNo);
            StagedRow row = lockedRow(transaction, fileNo, rowNo);
            settle(transaction, fileNo, row, RowOutcome.LEFT_OUT);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BULK_ROW_LEFT_OUT", BulkRegistration.SUBJECT, fileNo)
                            .with(Map.of("row", Integer.toString(rowNo))));
            return true;
        });
    }

    /** The file first, as whoever works on it does; rows are decided on when its people are registered. */
    private BulkFile lockedFile(Connection transaction, long fileNo) throws SQLException {
        FileStore.Held held =
                files.lock(transaction, fileNo).orElseThrow(() -> new RefusedException(BulkRefusal.NO_SUCH_FILE));
        if (held.file().state() != BulkState.DONE) {
            throw new RefusedException(BulkRefusal.NOT_NOW);
        }
        return held.file();
    }

    private StagedRow lockedRow(Connection transaction, long fileNo, int rowNo) throws SQLException {
        return rows.lock(transaction, StagedRow.rowId(fileNo, rowNo), RowOutcome.ALIKE)
                .orElseThrow(() -> new RefusedException(BulkRefusal.NOT_WAITING));
    }

    /** What is decided is forgotten: the file was done without it. */
    private void settle(Connection transaction, long fileNo, StagedRow row, RowOutcome outcome) throws SQLException {
        Tally.Moves moves = new Tally.Moves();
        moves.move(RowOutcome.ALIKE, outcome);
        rows.settle(transaction, List.of(RowStore.Settled.of(row.rowId(), outcome)));
        rows.forgetDecided(transaction, fileNo);
        FileStore.count(transaction, fileNo, moves);
    }

    private static Registration registration(@Nullable District district, StagedRow row) {
        return new RowReading(row.row(), district).registration();
    }
}
