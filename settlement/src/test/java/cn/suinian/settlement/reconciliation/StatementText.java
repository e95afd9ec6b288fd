package cn.suinian.settlement.reconciliation;

import cn.suinian.settlement.City;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes statements as a vendor of the city would, in our own CSV. */
public final class StatementText {
    private final int vendor;
    private final LocalDate day;
    private final List<Row> rows = new ArrayList<>();
    private long trailerMore;

    public StatementText(int vendor, LocalDate day) {
        this.vendor = vendor;
        this.day = day;
    }

    /** A row as the vendor states it. */
    public record Row(
            LocalDate date, long terminal, long seq, int card, String time, int service, int amount, int subsidy) {

        /** What the terminal of this vendor made of the tap with this number. */
        public static Row of(LocalDate date, int vendor, long seq, int card, int service, int amount, int subsidy) {
            return new Row(date, 440300010000L + vendor, seq, card, "12:00:00", service, amount, subsidy);
        }

        public Row withMoney(int otherAmount, int otherSubsidy) {
            return new Row(date, terminal, seq, card, time, service, otherAmount, otherSubsidy);
        }

        public Row withSeq(long other) {
            return new Row(date, terminal, other, card, time, service, amount, subsidy);
        }

        String line() {
            return "%sT%s+08:00,%d,%d,%08d,%d,%d,%d"
                    .formatted(date, time, terminal, seq, card, service, amount, subsidy);
        }
    }

    public StatementText add(Row... more) {
        rows.addAll(List.of(more));
        return this;
    }

    /** Makes the trailer lie about the amount. */
    public StatementText lyingBy(long fen) {
        trailerMore = fen;
        return this;
    }

    public List<Row> rows() {
        return rows;
    }

    public String csv() {
        StringBuilder text = new StringBuilder("H,%s,%s\r\n".formatted(City.VENDORS.get(vendor - 1), day));
        text.append("tap_time,terminal,seq,card,service,amount,subsidy\r\n");
        rows.forEach(row -> text.append(row.line()).append("\r\n"));
        long amount = rows.stream().mapToLong(Row::amount).sum();
        long subsidy = rows.stream().mapToLong(Row::subsidy).sum();
        return text.append("T,%d,%d,%d\r\n".formatted(rows.size(), amount + trailerMore, subsidy))
                .toString();
    }
}
