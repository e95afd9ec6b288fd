package cn.suinian.settlement.statement;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.statement.format.NotAStatementException;
import cn.suinian.settlement.statement.format.StatementLine;
import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Row;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import cn.suinian.settlement.statement.format.StatementMapping;
import cn.suinian.settlement.statement.format.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mapping makes of a sample of a vendor's file; nothing is kept.
 *
 * @param rows the first of the good ones
 * @param faults the first of the bad ones
 * @param good how many there are in all
 */
public record MappingTrial(
        Header header, List<Row> rows, List<Fault> faults, long good, long bad, Optional<Trailer> trailer) {

    public MappingTrial {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the sample to its end.
     *
     * @param shown most rows, and most faults, that are kept to be shown
     * @throws RefusedException when the mapping is incomplete, or the file is no statement by it
     */
    public static MappingTrial of(Actor actor, StatementMapping mapping, InputStream sample, int shown)
            throws IOException {
        StatementRefusal.permit(actor, Permission.RECONCILE_ACT);
        StatementMappings.check(mapping);
        try {
            return read(new StatementReader(sample, mapping), shown);
        } catch (NotAStatementException wrong) {
            throw HeadRefusal.of(wrong);
        }
    }

    private static MappingTrial read(StatementReader reader, int shown) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Optional<Trailer> trailer = Optional.empty();
        long good = 0;
        long bad = 0;
        for (StatementLine line = reader.next(); line != null; line = reader.next()) {
            if (line instanceof Row row) {
                good++;
                if (rows.size() < shown) {
                    rows.add(row);
                }
            } else if (line instanceof Fault fault) {
                bad++;
                if (faults.size() < shown) {
                    faults.add(fault);
                }
            } else if (line instanceof Trailer end) {
                trailer = Optional.of(end);
            }
        }
        return new MappingTrial(reader.header(), rows, faults, good, bad, trailer);
    }
}
