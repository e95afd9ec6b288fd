package cn.suinian.gateway.console.stock;

import cn.suinian.core.card.stock.CardRange;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.card.stock.StockCount;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;

/** What lies where, ready to print. */
public final class StockView {

    /** A counter with so few cards to give out is marked. */
    static final int LOW = 20;

    private final Frame frame;
    private final Places places;
    private final List<StockCount> counts;
    private final List<CardRange> ranges;
    private final boolean city;

    /**
     * The stock.
     *
     * @param city whether the reader keeps the city's store, its ranges and its orders
     */
    StockView(Frame frame, Places places, List<StockCount> counts, List<CardRange> ranges, boolean city) {
        this.frame = frame;
        this.places = places;
        this.counts = counts;
        this.ranges = ranges;
        this.city = city;
    }

    /** A place. */
    public record Row(
            String name, String path, boolean low, String ordered, String inStock, String issued, String spoilt) {}

    /** A range. */
    public record Range(String serials, String layout, String keyVersion, String left, String added) {}

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase. */
    public String say(StockText phrase) {
        return frame.say(phrase);
    }

    /** Whether the reader keeps the city's store. */
    public boolean city() {
        return city;
    }

    /** What is low. */
    public String lowLine() {
        return frame.say(StockText.LOW_LINE, LOW);
    }

    /** Every place that the reader sees. */
    public List<Row> rows() {
        return counts.stream().map(this::row).toList();
    }

    private Row row(StockCount count) {
        return new Row(
                places.name(count.counterId()),
                "/stock/places/" + Places.Place.code(count.counterId()),
                count.counterId() != null && count.inStock() <= LOW,
                Figures.count(count.ordered()),
                Figures.count(count.inStock()),
                Figures.count(count.issued()),
                Figures.count(count.spoilt()));
    }

    /** Every range. */
    public List<Range> ranges() {
        return ranges.stream()
                .map(range -> new Range(
                        Serials.text(new CardRun(range.first(), range.last())),
                        range.layout(),
                        Integer.toString(range.keyVersion()),
                        Figures.count(range.left()),
                        Figures.dateTime(range.addedAt()) + " · " + range.addedBy()))
                .toList();
    }
}
