package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.lens.work.WorkRow;
import cn.suinian.settlement.lens.work.WorkTotals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vendors' days by score, ready to print.
 *
 * @param export where the export is asked for
 */
public record WorkView(
        FormView form,
        List<WorkRow> found,
        WorkTotals totals,
        @Nullable String first,
        @Nullable String next,
        String export) {

    /** A vendor's day. */
    public record Row(
            String code,
            String name,
            String kind,
            String day,
            String path,
            String score,
            String items,
            String waiting,
            boolean held) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public List<Option> vendorKinds() {
        return LensWords.vendorKinds(frame().language());
    }

    public List<Option> itemKinds() {
        return LensWords.itemKinds(frame().language());
    }

    public String sums() {
        return say(
                LensText.TOTALS,
                Figures.count(totals.rows()),
                Figures.count(totals.items()),
                Figures.count(totals.waiting()),
                Figures.count(totals.held()));
    }

    public List<Row> rows() {
        return found.stream()
                .map(row -> new Row(
                        row.vendorCode(),
                        row.vendorName(),
                        LensWords.name(row.vendorKind(), frame().language()),
                        row.day().toString(),
                        new Address("/lens/cases/" + row.vendorId())
                                .with("from", row.day())
                                .with("to", row.day())
                                .toString(),
                        Figures.count(row.score()),
                        Figures.count(row.items()),
                        Figures.count(row.waiting()),
                        row.held()))
                .toList();
    }
}
