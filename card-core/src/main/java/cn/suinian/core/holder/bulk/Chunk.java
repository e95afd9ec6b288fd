package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.bulk.RowStore.From;
import cn.suinian.core.holder.bulk.RowStore.Settled;
import cn.suinian.core.holder.bulk.sheet.BulkColumn;
import cn.suinian.core.holder.bulk.sheet.RowProblem;
import cn.suinian.core.holder.bulk.sheet.RowReading;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.holder.register.Verdict;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some rows of a file on their way: read, judged by the register, and what follows for each. */
final class Chunk {
    private final Scope scope;
    private final RowOutcome before;
    private final List<StagedRow> rows;
    private final List<RowReading> readings = new ArrayList<>();

    final List<Settled> settled = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    final List<From> holders = new ArrayList<>();
    final Tally.Moves moves = new Tally.Moves();
    private final List<Long> met = new ArrayList<>();

    Chunk(List<StagedRow> rows, Scope scope, RowOutcome before) {
        this.rows = rows;
        this.scope = scope;
        this.before = before;
        rows.forEach(row -> readings.add(new RowReading(row.row(), scope.district())));
    }

    int size() {
        return rows.size();
    }

    int firstRow() {
        return rows.get(0).row().rowNo();
    }

    int lastRow() {
        return rows.get(rows.size() - 1).row().rowNo();
    }

    /** What to ask the register about, one for each row. */
    List<Registration> registrations() {
        return readings.stream().map(RowReading::registration).toList();
    }

    /** Takes what the register said, one for each row. */
    void take(List<Verdict> verdicts) {
        for (int i = 0; i < rows.size(); i++) {
            take(rows.get(i), readings.get(i), verdicts.get(i));
        }
    }

    private void take(StagedRow row, RowReading reading, Verdict verdict) {
        if (!reading.faultless() || verdict instanceof Verdict.Wrong) {
            wrong(row, reading, verdict instanceof Verdict.Wrong wrong ? wrong : new Verdict.Wrong(List.of()));
        } else if (verdict instanceof Verdict.Fit fit) {
            settle(new Settled(row.rowId(), RowOutcome.FIT, fit.person(), fit.alike()));
        } else if (verdict instanceof Verdict.Enrolled enrolled) {
            holders.add(new From(enrolled.holderId(), row.row().rowNo()));
            settle(Settled.of(row.rowId(), RowOutcome.REGISTERED));
        } else if (verdict instanceof Verdict.Known known) {
            met.add(known.holderId());
            Long visible = scope.sees(known.servedBy()) ? known.holderId() : null;
            fault(row, BulkColumn.DOCUMENT_NUMBER, RowProblem.ALREADY_REGISTERED, visible);
            settle(Settled.of(row.rowId(), RowOutcome.KNOWN));
        } else if (verdict instanceof Verdict.Alike alike) {
            met.addAll(alike.holderIds());
            fault(row, BulkColumn.NAME, RowProblem.POSSIBLE_DUPLICATE, null);
            settle(Settled.of(row.rowId(), RowOutcome.ALIKE));
        }
    }

    private void wrong(StagedRow row, RowReading reading, Verdict.Wrong verdict) {
        Map<BulkColumn, Refusal> all = reading.faults(reading.readable() ? verdict.refusals() : List.of());
        all.forEach((column, reason) -> fault(row, column, reason, null));
        settle(Settled.of(row.rowId(), RowOutcome.WRONG));
    }

    private void settle(Settled outcome) {
        settled.add(outcome);
        moves.move(before, outcome.outcome());
    }

    private void fault(StagedRow row, BulkColumn column, Refusal reason, @Nullable Long about) {
        faults.add(Fault.of(row, column, reason, about));
    }

    /** Whether somebody learned of holders who are registered already. */
    boolean met() {
        return !met.isEmpty();
    }

    /** What the audit trail keeps of it: numbers of ours and counts. */
    Map<String, String> forAudit() {
        Map<String, String> values = new TreeMap<>();
        values.put("rows", firstRow() + "-" + lastRow());
        for (RowOutcome outcome : RowOutcome.values()) {
            if (moves.of(outcome) > 0) {
                values.put(outcome.name(), Integer.toString(moves.of(outcome)));
            }
        }
        if (!holders.isEmpty()) {
            values.put(
                    "holders",
                    holders.get(0).holderId() + "-"
                            + holders.get(holders.size() - 1).holderId());
        }
        if (!met.isEmpty()) {
            values.put("met", met.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        return values;
    }
}
