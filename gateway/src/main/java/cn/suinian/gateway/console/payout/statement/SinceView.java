package cn.suinian.gateway.console.payout.statement;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.account.AccountEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was booked on days that are not cleared, behind the last day of a statement: it stands in the next one.
 *
 * @param closingFen the last balance of the statement
 * @param entries none: nothing was, or the statement does not end with the last cleared day
 */
public record SinceView(Frame frame, long closingFen, List<AccountEntry> entries) {

    /** All of a kind on a day. */
    public record Row(String day, String what, String count, String money) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public List<Row> rows() {
        Map<LocalDate, Map<StatementText, List<AccountEntry>>> days = new TreeMap<>();
        entries.forEach(entry -> days.computeIfAbsent(entry.day(), day -> new TreeMap<>())
                .merge(StatementView.of(entry.kind()), List.of(entry), SinceView::both));
        return days.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(of -> new Row(
                                day.getKey().toString(),
                                say(of.getKey()),
                                Figures.count(of.getValue().size()),
                                Figures.yuan(sum(of.getValue())))))
                .toList();
    }

    /** What is owed with all that: the balance of today. */
    public String balance() {
        return Figures.yuan(Math.addExact(closingFen, sum(entries)));
    }

    private static long sum(List<AccountEntry> of) {
        return of.stream().mapToLong(AccountEntry::fen).reduce(0, Math::addExact);
    }

    private static List<AccountEntry> both(List<AccountEntry> some, List<AccountEntry> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
