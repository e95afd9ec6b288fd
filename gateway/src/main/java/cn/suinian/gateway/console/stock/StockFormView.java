package cn.suinian.gateway.console.stock;

import cn.suinian.core.card.stock.CardRange;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;

/**
 * A form of the stock, ready to print.
 *
 * @param from places that cards can leave
 * @param to places that they can go to
 */
public record StockFormView(FormView form, List<Option> ranges, List<Option> from, List<Option> to) {

    /** A form without choices. */
    static StockFormView of(FormView form) {
        return new StockFormView(form, List.of(), List.of(), List.of());
    }

    /** A form that takes numbers from a range. */
    public static StockFormView ofRanges(FormView form, List<CardRange> ranges) {
        List<Option> options = ranges.stream()
                .filter(range -> range.left() > 0)
                .map(range -> new Option(Integer.toString(range.id()), name(form.frame(), range)))
                .toList();
        return new StockFormView(form, options, List.of(), List.of());
    }

    private static String name(Frame frame, CardRange range) {
        String serials = Serials.text(new CardRun(range.first(), range.last()));
        return frame.say(StockText.RANGE_LEFT, serials, range.layout(), Figures.count(range.left()));
    }

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(StockText phrase) {
        return form.frame().say(phrase);
    }
}
