package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.settlement.lens.hold.Hold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds, the newest first, ready to print. */
public record HoldsView(
        FormView form,
        VendorNames vendors,
        List<Hold> holds,
        long all,
        @Nullable String first,
        @Nullable String older) {

    /** One of them. */
    public record Row(
            String number,
            String path,
            String vendor,
            String name,
            String days,
            String reason,
            String by,
            String at,
            String state,
            String tone) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** Whether the reader may place one. */
    public boolean holdsPayment() {
        return frame().visitor().may(Permission.LENS_HOLD);
    }

    public String count() {
        return Figures.count(all);
    }

    public List<Row> rows() {
        return holds.stream()
                .map(hold -> new Row(
                        Long.toString(hold.holdNo()),
                        "/lens/holds/" + hold.holdNo(),
                        hold.vendorCode(),
                        hold.vendorName(),
                        HoldWords.days(frame(), hold.days()),
                        hold.reason(),
                        HoldWords.by(frame(), hold),
                        Figures.dateTime(hold.placedAt()),
                        say(HoldWords.state(hold)),
                        HoldWords.tone(hold)))
                .toList();
    }
}
