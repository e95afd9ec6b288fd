package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BatchCount;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.stock.Serials;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders at the bureau, ready to print. */
public final class OrdersView {

    /** How many a page has. */
    static final int PAGE = 50;

    private final Frame frame;
    private final List<BatchCount> orders;
    private final boolean more;
    private final boolean first;
    private final Optional<String> keyCheck;

    OrdersView(Frame frame, List<BatchCount> read, boolean first, Optional<String> keyCheck) {
        this.frame = frame;
        this.more = read.size() > PAGE;
        this.orders = more ? read.subList(0, PAGE) : read;
        this.first = first;
        this.keyCheck = keyCheck;
    }

    /** An order. */
    public record Row(
            String number,
            String path,
            String serials,
            String ordered,
            String cards,
            String exported,
            String made,
            String spoilt,
            String waiting) {}

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase. */
    public String say(BatchText phrase) {
        return frame.say(phrase);
    }

    /** Whether it begins with the newest. */
    public boolean first() {
        return first;
    }

    /** Whether orders can leave the house. */
    public boolean keyed() {
        return keyCheck.isPresent();
    }

    /** By which key. */
    public String keyLine() {
        return frame.say(BatchText.KEY_SET, keyCheck.orElse(""));
    }

    /** The orders, the newest first. */
    public List<Row> rows() {
        return orders.stream()
                .map(order -> new Row(
                        Integer.toString(order.batch().id()),
                        "/batches/" + order.batch().id(),
                        Serials.text(order.batch().run()),
                        Figures.dateTime(order.batch().orderedAt()),
                        Figures.count(order.batch().run().count()),
                        Figures.count(order.batch().exportedTimes()),
                        Figures.count(order.made()),
                        Figures.count(order.spoilt()),
                        Figures.count(order.waiting())))
                .toList();
    }

    /** Where the list goes on; null: this is the end. */
    public @Nullable String nextPath() {
        return more ? "/batches?before=" + orders.get(orders.size() - 1).batch().id() : null;
    }
}
