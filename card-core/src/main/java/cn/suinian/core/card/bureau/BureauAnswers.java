package cn.suinian.core.card.bureau;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.RunningSm3;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in what the bureau says became of an order's cards. Blocks; refusals are {@link BureauRefusal}. */
public final class BureauAnswers {

    /** A file that can be read more than once: the transaction may have to be done again. */
    @FunctionalInterface
    public interface Source {
        /** From its first byte. */
        InputStream open() throws IOException;
    }

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public BureauAnswers(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what taking the file in would do, and does nothing. */
    public BatchReport rehearse(Actor actor, int batchId, BureauFormat format, Source file)
            throws SQLException, IOException {
        return run(actor, batchId, format, file, true);
    }

    /** Takes the file in: all of its good lines, or, when anything else goes wrong, none. */
    public BatchReport take(Actor actor, int batchId, BureauFormat format, Source file)
            throws SQLException, IOException {
        return run(actor, batchId, format, file, false);
    }

    /** The answers of an order that were taken in, the latest first. */
    public List<TakenAnswer> listTaken(Actor actor, int batchId) throws SQLException {
        CardBureau.permit(actor);
        return transactions.run(transaction -> ResultStore.list(transaction, batchId));
    }

    private BatchReport run(Actor actor, int batchId, BureauFormat format, Source file, boolean dryRun)
            throws SQLException, IOException {
        CardBureau.permit(actor);
        byte[] digest = digest(file);
        return transactions.run(transaction -> {
            CardBatch batch = BatchStore.lock(transaction, batchId)
                    .orElseThrow(() -> new RefusedException(BureauRefusal.BATCH_UNKNOWN, "batch"));
            Optional<BatchReport> before = ResultStore.find(transaction, batch, digest, dryRun);
            if (before.isPresent()) {
                return before.get();
            }
            BatchReport report = reconcile(transaction, batch, format, file, dryRun);
            if (!dryRun) {
                ResultStore.insert(transaction, report, digest, actor.account(), now());
                audit.append(transaction, actor, entry(report, digest));
            }
            return report;
        });
    }

    private BatchReport reconcile(
            Connection transaction, CardBatch batch, BureauFormat format, Source file, boolean dryRun)
            throws SQLException {
        try (InputStream in = file.open()) {
            BatchReport report = new Reconciling(transaction, batch, now(), !dryRun).read(new ResultFile(in, format));
            if (report == null) {
                throw new RefusedException(BureauRefusal.FILE_TOO_LONG, "file");
            }
            return report;
        } catch (IOException unreadable) {
            throw new RefusedException(BureauRefusal.FILE_UNREADABLE, "file");
        }
    }

    private static AuditEntry entry(BatchReport report, byte[] digest) {
        return AuditEntry.of("BUREAU_ANSWER_TAKEN", "BATCH", report.batchId())
                .with(Map.of(
                        "sm3", Hex.encode(digest),
                        "made", Integer.toString(report.made()),
                        "failed", Integer.toString(report.failed()),
                        "missing", Integer.toString(report.missing())));
    }

    private static byte[] digest(Source file) throws IOException {
        try (InputStream in = file.open();
                RunningSm3 digest = new RunningSm3(OutputStream.nullOutputStream())) {
            in.transferTo(digest);
            return digest.soFar();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
