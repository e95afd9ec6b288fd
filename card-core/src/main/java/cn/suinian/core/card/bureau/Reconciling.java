package cn.suinian.core.card.bureau;

import cn.suinian.core.card.bureau.RowFault.Problem;
import cn.suinian.core.card.stock.StockStatus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over an answer of the bureau: holds a thousand lines at a time, a bit for each card, and the chips. */
final class Reconciling {

    private static final int AT_ONCE = 1_000;

    private final Connection transaction;
    private final CardBatch batch;
    private final Instant now;
    private final boolean write;

    private final BitSet seen;
    private final Set<String> chips = new HashSet<>();
    private final List<ResultRow> chunk = new ArrayList<>(AT_ONCE);
    private final List<RowFault> faults = new ArrayList<>();
    private int lines;
    private int made;
    private int failed;
    private int already;
    private int duplicate;
    private int unknown;
    private int unreadable;

    Reconciling(Connection transaction, CardBatch batch, Instant now, boolean write) {
        this.transaction = transaction;
        this.batch = batch;
        this.now = now;
        this.write = write;
        this.seen = new BitSet(batch.run().count());
    }

    /** Null when the file has more lines than an order of that size can explain. */
    @Nullable
    BatchReport read(ResultFile file) throws IOException, SQLException {
        int waiting = ResultStore.waiting(transaction, batch.id());
        for (ResultRow.Read read = file.next(); read != null; read = file.next()) {
            if (++lines > 2 * batch.run().count() + AT_ONCE) {
                return null;
            }
            if (read.row() != null) {
                take(read.row());
            } else {
                fault(file.line(), Objects.requireNonNull(read.problem()));
            }
        }
        settle();
        return new BatchReport(
                batch.id(),
                !write,
                false,
                batch.run().count(),
                lines,
                made,
                failed,
                already,
                duplicate,
                unknown,
                unreadable,
                waiting - made - failed,
                faults);
    }

    private void take(ResultRow row) throws SQLException {
        int at = row.serial() - batch.run().first();
        if (at < 0 || at >= batch.run().count()) {
            fault(row.line(), Problem.UNKNOWN_CARD);
        } else if (seen.get(at)) {
            fault(row.line(), Problem.DUPLICATE);
        } else if (row.chipSerial() != null && !chips.add(row.chipSerial())) {
            fault(row.line(), Problem.CHIP_REUSED);
        } else {
            seen.set(at);
            chunk.add(row);
            if (chunk.size() == AT_ONCE) {
                settle();
            }
        }
    }

    private void settle() throws SQLException {
        Map<Integer, StockStatus> known = ResultStore.lock(
                transaction, batch.id(), chunk.stream().map(ResultRow::serial).toList());
        Map<String, Integer> inUse = ResultStore.chipsInUse(
                transaction,
                chunk.stream()
                        .map(ResultRow::chipSerial)
                        .filter(Objects::nonNull)
                        .toList());
        List<ResultRow> nowMade = new ArrayList<>();
        List<ResultRow> nowFailed = new ArrayList<>();
        for (ResultRow row : chunk) {
            StockStatus status = known.get(row.serial());
            Integer chipOf = row.chipSerial() == null ? null : inUse.get(row.chipSerial());
            if (status == null) {
                fault(row.line(), Problem.UNKNOWN_CARD);
            } else if (chipOf != null && chipOf != row.serial()) {
                fault(row.line(), Problem.CHIP_REUSED);
            } else {
                switch (status) {
                    case ORDERED -> (row.made() ? nowMade : nowFailed).add(row);
                    case IN_STOCK, ISSUED -> known(row, row.made());
                    case SPOILT -> known(row, !row.made());
                }
            }
        }
        made += nowMade.size();
        failed += nowFailed.size();
        if (write) {
            ResultStore.made(transaction, nowMade, now);
            ResultStore.failed(transaction, nowFailed, now);
        }
        chunk.clear();
    }

    private void known(ResultRow row, boolean agrees) {
        if (agrees) {
            already++;
        } else {
            fault(row.line(), Problem.CONTRADICTS);
        }
    }

    private void fault(int line, Problem problem) {
        switch (problem) {
            case DUPLICATE -> duplicate++;
            case UNKNOWN_CARD -> unknown++;
            case TOO_LONG, COLUMNS, CARD_NUMBER, STATUS, CHIP_SERIAL, CHIP_REUSED, CONTRADICTS -> unreadable++;
        }
        if (faults.size() < BatchReport.MOST_FAULTS) {
            faults.add(new RowFault(line, problem));
        }
    }
}
