package cn.suinian.settlement.calendar;

import cn.suinian.core.postgres.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calendar for people: each day of a month, what it is, and when its money is due. Nothing personal is in it. */
public final class CalendarBook {

    private static final String NAMES = "SELECT day, kind, name FROM calendar_day WHERE day BETWEEN ? AND ?";

    /** What a day is. */
    public enum Kind {
        /** Monday to Friday. */
        WORKDAY,
        /** Saturday or Sunday. */
        WEEKEND,
        /** A public holiday, on whichever day of the week. */
        HOLIDAY,
        /** A weekend day that is worked in exchange for a holiday. */
        MAKEUP_WORKDAY
    }

    /**
     * A day of the calendar.
     *
     * @param name of the holiday that makes it what it is; empty: none does
     * @param due when what the business day came to is due to vendors
     */
    public record Day(LocalDate day, Kind kind, String name, LocalDate due) {}

    private record Special(boolean holiday, String name) {}

    private final Transactions transactions;

    public CalendarBook(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Every day of a month, in order. */
    public List<Day> month(YearMonth month) throws SQLException {
        return transactions.run(transaction -> {
            Map<LocalDate, Special> special = special(transaction, month);
            WorkingDays working = WorkingDays.read(transaction);
            List<Day> days = new ArrayList<>();
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate date = month.atDay(day);
                Special named = special.get(date);
                days.add(new Day(
                        date, kind(date, working, named), named == null ? "" : named.name(), working.payoutDue(date)));
            }
            return days;
        });
    }

    /** When what a business day came to is due to vendors. */
    public LocalDate due(LocalDate businessDay) throws SQLException {
        return transactions.run(transaction -> WorkingDays.read(transaction).payoutDue(businessDay));
    }

    private static Kind kind(LocalDate day, WorkingDays working, @Nullable Special named) {
        if (named != null) {
            return named.holiday() ? Kind.HOLIDAY : Kind.MAKEUP_WORKDAY;
        }
        return working.isWorkday(day) ? Kind.WORKDAY : Kind.WEEKEND;
    }

    private static Map<LocalDate, Special> special(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMES)) {
            select.setObject(1, month.atDay(1));
            select.setObject(2, month.atEndOfMonth());
            Map<LocalDate, Special> special = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    special.put(
                            row.getObject("day", LocalDate.class),
                            new Special("HOLIDAY".equals(row.getString("kind")), row.getString("name")));
                }
            }
            return special;
        }
    }
}
