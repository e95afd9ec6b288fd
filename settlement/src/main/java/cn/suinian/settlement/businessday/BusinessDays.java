package cn.suinian.settlement.businessday;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.clearing.ClearedFigures;
import cn.suinian.settlement.clearing.PayerDay;
import cn.suinian.settlement.clearing.SettledTaps;
import cn.suinian.settlement.clearing.TrialBalance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads business days and what they came to. */
public final class BusinessDays {

    private final DataSource database;

    public BusinessDays(DataSource database) {
        this.database = database;
    }

    /** The open day and the latest cleared one; empty before a city was set up. */
    public Optional<OpenDay> findOpenDay() throws SQLException {
        return read(connection -> {
            BusinessDayStore days = new BusinessDayStore(connection);
            Optional<LocalDate> open = days.findOpenDay();
            Optional<BusinessDay> cleared = days.findLastCleared();
            Optional<DayReport> report =
                    cleared.isEmpty() ? Optional.empty() : Optional.of(report(connection, cleared.get()));
            return open.map(day -> new OpenDay(day, report));
        });
    }

    /** A day that was opened at some time. */
    public Optional<BusinessDay> find(LocalDate day) throws SQLException {
        return read(connection -> new BusinessDayStore(connection).find(day));
    }

    /** The latest days, newest first. */
    public List<BusinessDay> listLatest(int count) throws SQLException {
        return read(connection -> new BusinessDayStore(connection).listLatest(count));
    }

    /** The days that are in this state now, the oldest first. */
    public List<BusinessDay> listIn(State state, int most) throws SQLException {
        return read(connection -> new BusinessDayStore(connection).listIn(state, most));
    }

    /** What each payer was charged for the days from one to another, by day and payer; none for what is not cleared. */
    public List<PayerDay> listPayerDays(LocalDate from, LocalDate to) throws SQLException {
        return read(connection -> new ClearedFigures(connection).listPayerDays(from, to));
    }

    /** What a day came to; empty for a day that was never opened. */
    public Optional<DayReport> findReport(LocalDate day) throws SQLException {
        return read(connection -> {
            Optional<BusinessDay> found = new BusinessDayStore(connection).find(day);
            return found.isEmpty() ? Optional.empty() : Optional.of(report(connection, found.get()));
        });
    }

    /** A page of the taps behind a day's figures. */
    public SettledTaps.Page listTaps(TapReading reading) throws SQLException {
        return read(connection -> reading.read(new SettledTaps(connection)));
    }

    /** Which taps. */
    @FunctionalInterface
    public interface TapReading {
        /** Reads them. */
        SettledTaps.Page read(SettledTaps taps) throws SQLException;
    }

    /** Every ledger account since the first day. */
    public TrialBalance getTrialBalance() throws SQLException {
        return getTrialBalance(Optional.empty());
    }

    /**
     * The same of one payer: what stands between it and each other account.
     *
     * @param only empty: every account
     */
    public TrialBalance getTrialBalance(Optional<Payer> only) throws SQLException {
        return read(connection -> new ClearedFigures(connection).getTrialBalance(only));
    }

    private static DayReport report(Connection connection, BusinessDay day) throws SQLException {
        ClearedFigures figures = new ClearedFigures(connection);
        return new DayReport(
                day,
                figures.listLines(day.day()),
                figures.listReversals(day.day()),
                figures.listDeclines(day.day()),
                figures.getJournal(day.day()));
    }

    /** One snapshot for all a caller reads, so that a day is seen before or after its clearing and not half. */
    private <T> T read(Transaction.Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return Transaction.run(connection, work);
        }
    }
}
