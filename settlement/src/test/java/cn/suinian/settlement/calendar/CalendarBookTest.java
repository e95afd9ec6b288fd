package cn.suinian.settlement.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.calendar.CalendarBook.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class CalendarBookTest {

    @Test
    void everyDayOfAMonthSaysWhatItIsAndWhenItsMoneyIsDue(Database database) throws Exception {
        TestServers.ask(
                database,
                "INSERT INTO calendar_day (day, kind, name) VALUES ('2031-06-05', 'HOLIDAY', '端午节'),"
                        + " ('2031-06-07', 'MAKEUP_WORKDAY', '端午节调休')");
        try (Transactions transactions = Transactions.over(database, 1)) {
            CalendarBook book = new CalendarBook(transactions);
            List<CalendarBook.Day> june = book.month(YearMonth.of(2031, 6));
            assertThat(june).hasSize(30);
            assertThat(june.subList(3, 8))
                    .extracting(day -> day.day().getDayOfMonth() + " " + day.kind() + " " + day.name() + " "
                            + day.due().getDayOfMonth())
                    .containsExactly(
                            "4 WORKDAY  6",
                            "5 HOLIDAY 端午节 6",
                            "6 WORKDAY  7",
                            "7 MAKEUP_WORKDAY 端午节调休 9",
                            "8 WEEKEND  9");
            assertThat(june.get(0).kind()).isEqualTo(Kind.WEEKEND);
            assertThat(book.due(LocalDate.of(2031, 6, 4))).isEqualTo(LocalDate.of(2031, 6, 6));
        }
    }
}
