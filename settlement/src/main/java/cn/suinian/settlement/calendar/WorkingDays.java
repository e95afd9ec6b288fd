package cn.suinian.settlement.calendar;

import cn.suinian.core.entitlement.WorkCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Which days banks and offices work, by the calendar that taps are judged by; and when a day's money is due. */
public final class WorkingDays {

    private static final String SELECT = "SELECT day, kind FROM calendar_day";

    private final WorkCalendar calendar;

    public WorkingDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** As the database has it now. */
    public static WorkingDays read(Connection connection) throws SQLException {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeups = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                boolean holiday = "HOLIDAY".equals(row.getString("kind"));
                (holiday ? holidays : makeups).add(row.getObject("day", LocalDate.class));
            }
        }
        return new WorkingDays(new WorkCalendar(holidays, makeups));
    }

    /** Whether people work on this day: Monday to Friday but for holidays, and make-up days. */
    public boolean isWorkday(LocalDate day) {
        return calendar.isWorkday(day);
    }

    /** The first working day after this one. */
    public LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!calendar.isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The working day that is this many working days after a day; 0 is the day itself. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int i = 0; i < workingDays; i++) {
            reached = nextWorkingDay(reached);
        }
        return reached;
    }

    /** How many working days come after one day up to another; below zero when the other is past, 0 on the day. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += calendar.isWorkday(day) ? 1 : 0;
        }
        return days;
    }

    /** When what a business day came to is due to vendors: T+1, the next working day (DOMAIN D). */
    public LocalDate payoutDue(LocalDate businessDay) {
        return nextWorkingDay(businessDay);
    }
}
