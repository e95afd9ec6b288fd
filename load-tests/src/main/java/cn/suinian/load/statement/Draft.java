package cn.suinian.load.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A vendor's statement before it is written: what it sold, and where it is going to be wrong. */
final class Draft {
    private final String vendor;
    private final LocalDate day;
    private final Form form;
    private final List<Sale> sales;
    private final Set<String> cardsUsed = new HashSet<>();
    private final Map<Sale.Key, List<StatedRow>> instead = new HashMap<>();
    private final List<StatedRow> more = new ArrayList<>();
    private final List<StatedRow> repeated = new ArrayList<>();
    private final List<Spoilt> spoilt = new ArrayList<>();
    private long trailerErrorFen;

    private record Spoilt(StatedRow row, int cell, String value) {}

    Draft(String vendor, LocalDate day, Form form, List<Sale> sales) {
        this.vendor = vendor;
        this.day = day;
        this.form = form;
        this.sales = List.copyOf(sales);
    }

    Form form() {
        return form;
    }

    LocalDate day() {
        return day;
    }

    String vendor() {
        return vendor;
    }

    /**
     * The first sale of the day itself that fits, of a card that no other fault of this statement is about.
     *
     * @throws IllegalStateException when there is none: another seed has
     */
    Sale pick(String what, Predicate<Sale> fits) {
        for (Sale sale : sales) {
            if (sale.key().date().equals(day)
                    && fits.test(sale)
                    && cardsUsed.add(sale.key().cardNo())) {
                return sale;
            }
        }
        throw new IllegalStateException(vendor + " has no sale on " + day + " for: " + what);
    }

    /** States these rows in the place of the sale's own; none: it is forgotten. */
    void instead(Sale sale, StatedRow... rows) {
        instead.put(sale.key(), List.of(rows));
    }

    void add(StatedRow row) {
        more.add(row);
    }

    void repeat(Sale sale) {
        repeated.add(sale.stated());
    }

    void spoil(StatedRow row, int cell, String value) {
        spoilt.add(new Spoilt(row, cell, value));
    }

    void misstateTrailer(long fen) {
        trailerErrorFen = fen;
    }

    VendorStatement write() {
        StatementText text = new StatementText(vendor, day, form);
        for (Sale sale : sales) {
            if (instead.containsKey(sale.key())) {
                instead.get(sale.key()).forEach(text::add);
            } else if (sale.fate() == Sale.Fate.COUNTED) {
                text.add(sale.stated());
            }
        }
        more.forEach(text::add);
        repeated.forEach(text::repeat);
        spoilt.forEach(each -> text.spoil(each.row, each.cell, each.value));
        text.misstateTrailer(trailerErrorFen);
        return text.end();
    }
}
