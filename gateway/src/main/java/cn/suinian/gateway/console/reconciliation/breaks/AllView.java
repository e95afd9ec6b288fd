package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.Worklist.VendorTotal;
import java.util.List;

/** What somebody confirms who resolves all that fit a filter, vendor by vendor. */
public record AllView(Confirmation confirmation, VendorNames vendors, List<VendorTotal> totals) {

    /** Those of one vendor. */
    public record Row(String vendor, String count, String risk) {}

    public String say(Phrase phrase, Object... values) {
        return confirmation.form().frame().say(phrase, values);
    }

    public List<Option> acts() {
        return BreaksView.acts(confirmation.form().frame());
    }

    public List<Row> rows() {
        return totals.stream()
                .map(each -> new Row(
                        vendors.label(each.vendorId()), Figures.count(each.breaks()), Words.money(each.riskFen())))
                .toList();
    }

    public String count() {
        return Figures.count(totals.stream().mapToLong(VendorTotal::breaks).sum());
    }

    /** Money at risk in all of them. */
    public String risk() {
        return Words.money(totals.stream().mapToLong(VendorTotal::riskFen).sum());
    }
}
