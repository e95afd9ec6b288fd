package cn.suinian.settlement.statement;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.CopyBuffer;
import cn.suinian.settlement.statement.format.StatementLine;
import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Row;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import cn.suinian.settlement.statement.format.StatementReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** Sends the rows and faults of a file to their tables. */
final class Ingest {
    private static final int TELL_EVERY = 10_000;
    private static final int SECONDS_OF_DAY = 86_400;

    private final CopyBuffer rows;
    private final CopyBuffer faults;
    private final int statementId;
    private final IngestProgress progress;
    private final Tally tally = new Tally();
    private LocalDate writtenDay = LocalDate.EPOCH;
    private String writtenDate = writtenDay.toString();

    Ingest(Connection transaction, int statementId, IngestProgress progress) {
        this.rows = new CopyBuffer(
                transaction,
                "statement_row (statement_id, line_no, tap_date, terminal_id, terminal_seq, card_serial, tapped_at,"
                        + " service, amount, subsidy, extra, payer)");
        this.faults = new CopyBuffer(transaction, "statement_fault (statement_id, line_no, field, code, shown)");
        this.statementId = statementId;
        this.progress = progress;
    }

    Tally run(StatementReader reader) throws IOException, SQLException {
        long told = 0;
        for (StatementLine line = reader.next(); line != null; line = reader.next()) {
            if (line instanceof Row row) {
                write(row);
                tally.add(row);
            } else if (line instanceof Fault fault) {
                write(fault);
                tally.addFault(fault.lineNo());
            } else if (line instanceof Trailer trailer) {
                tally.end(trailer);
            }
            if (tally.lines() - told >= TELL_EVERY) {
                told = tally.lines();
                progress.reached(told, tally.bad());
            }
        }
        rows.send();
        faults.send();
        progress.reached(tally.lines(), tally.bad());
        return tally;
    }

    private void write(Row row) throws SQLException {
        Payer payer = row.payer();
        rows.add(statementId)
                .add(row.lineNo())
                .add(date(row.tapDate()))
                .add(row.terminalId())
                .add(row.terminalSeq())
                .add(row.cardSerial())
                .add(time(row.tappedAt()))
                .add(row.service().code())
                .add(row.amountFen())
                .add(row.subsidyFen())
                .add(row.extraFen())
                .add(payer == null ? null : Integer.valueOf(payer.code()));
        rows.endRow();
    }

    private void write(Fault fault) throws SQLException {
        faults.add(statementId)
                .add(fault.lineNo())
                .add(fault.field())
                .add(fault.problem().name())
                .add(fault.shown());
        faults.endRow();
    }

    /** Nearly all rows have the day of the one before. */
    private String date(LocalDate day) {
        if (!day.equals(writtenDay)) {
            writtenDay = day;
            writtenDate = day.toString();
        }
        return writtenDate;
    }

    /** The instant as PostgreSQL reads it in whichever zone the session has. */
    private String time(Instant at) {
        long seconds = at.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
        int second = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
        String fraction = at.getNano() == 0 ? "" : String.format(".%09d", at.getNano());
        return date(day) + two(' ', second / 3600) + two(':', second / 60 % 60) + two(':', second % 60) + fraction
                + "Z";
    }

    private static String two(char before, int value) {
        return "" + before + (char) ('0' + value / 10) + (char) ('0' + value % 10);
    }
}
