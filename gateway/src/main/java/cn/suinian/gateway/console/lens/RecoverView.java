package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.recovery.RecoveryLine;
import java.util.List;

/**
 * Asking for money of a confirmed flag or finding, ready to print.
 *
 * @param limits the most of each payer and service; none: nothing is left
 * @param waiting requests that wait for money of the same taps, which the limits are without
 */
public record RecoverView(FormView form, LensItem item, List<RecoveryLine> limits, List<Long> waiting) {

    /** An amount to give. */
    public record Field(String name, String label, String hint) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public ItemRow row() {
        return ItemRow.of(item, frame());
    }

    public String path() {
        return row().path() + "/recover";
    }

    public List<Field> fields() {
        return limits.stream()
                .map(line -> new Field(
                        line.field(),
                        say(
                                LensText.RECOVER_FIELD,
                                Payers.name(line.payer(), frame().language()),
                                Names.service(line.service().code(), frame().language())),
                        say(LensText.RECOVER_MOST, Figures.yuan(line.fen()))))
                .toList();
    }
}
