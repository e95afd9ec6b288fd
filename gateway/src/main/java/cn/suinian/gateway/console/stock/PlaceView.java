package cn.suinian.gateway.console.stock;

import cn.suinian.core.card.stock.CardRun;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;

/** The cards that lie at one place, ready to print. */
public final class PlaceView {

    /** Most runs on the page. */
    static final int MOST = 100;

    private final Frame frame;
    private final String name;
    private final String code;
    private final List<CardRun> runs;

    PlaceView(Frame frame, String name, String code, List<CardRun> runs) {
        this.frame = frame;
        this.name = name;
        this.code = code;
        this.runs = runs;
    }

    /** A run. */
    public record Row(String serials, String count, String movePath) {}

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase. */
    public String say(StockText phrase) {
        return frame.say(phrase);
    }

    /** Whose stock it is. */
    public String title() {
        return frame.say(StockText.PLACE_TITLE, name);
    }

    /** The runs. */
    public List<Row> rows() {
        return runs.stream()
                .limit(MOST)
                .map(run -> new Row(
                        Serials.text(run),
                        Figures.count(run.count()),
                        "/stock/transfer?from=" + code + "&first=" + run.first() + "&last=" + run.last()))
                .toList();
    }

    /** Says that there are more; empty: there are none. */
    public String more() {
        return runs.size() > MOST ? frame.say(StockText.RUNS_MORE, MOST) : "";
    }
}
