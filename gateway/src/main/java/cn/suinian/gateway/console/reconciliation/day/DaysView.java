package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.VendorDay;
import cn.suinian.settlement.reconciliation.VendorDay.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vendors of a business day, ready to print.
 *
 * @param day null: none was ever cleared
 * @param fitting all that fit
 * @param shown those of this page
 */
public record DaysView(
        FormView form,
        VendorNames vendors,
        @Nullable LocalDate day,
        List<VendorDay> fitting,
        List<VendorDay> shown,
        @Nullable String first,
        @Nullable String older) {

    /** A vendor's line. */
    public record Row(
            String path,
            String vendor,
            String code,
            String standing,
            String tone,
            String owed,
            String ours,
            String theirs,
            String difference,
            String breaks,
            String breaksPath,
            String risk) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String lead() {
        return day == null ? "" : say(DayText.LEAD, Figures.day(day, frame().language()));
    }

    public boolean filtered() {
        return !form.typed().text("standing").isEmpty()
                || !form.typed().text("vendor").isEmpty();
    }

    public List<Option> standings() {
        return Arrays.stream(Standing.values())
                .map(each -> new Option(each.name(), say(Standings.name(each))))
                .toList();
    }

    public List<Row> rows() {
        return shown.stream().map(this::row).toList();
    }

    private Row row(VendorDay each) {
        String breaks = new Address("/reconciliation/breaks")
                .with("vendor", each.vendorId())
                .with("from", each.day())
                .with("to", each.day())
                .toString();
        return new Row(
                "/reconciliation/days/" + each.day() + "/" + each.vendorId(),
                vendors.name(each.vendorId()),
                vendors.code(each.vendorId()),
                say(Standings.name(each.standing())),
                Standings.tone(each.standing()),
                Words.money(owed(each)),
                Words.money(each.ours().subsidyFen()),
                each.theirs().map(theirs -> Words.money(theirs.subsidyFen())).orElse("—"),
                each.theirs()
                        .map(theirs -> Words.difference(
                                theirs.subsidyFen() - each.ours().subsidyFen()))
                        .orElse("—"),
                Figures.count(each.openBreaks()),
                breaks,
                Words.money(each.riskFen()));
    }

    /** What payers owe the vendor for the day; as the page of the day has it. */
    static long owed(VendorDay each) {
        return each.ours().subsidyFen() + each.ours().extraFen();
    }

    public String owedTotal() {
        return Words.money(fitting.stream().mapToLong(DaysView::owed).sum());
    }

    public String ourTotal() {
        return Words.money(
                fitting.stream().mapToLong(each -> each.ours().subsidyFen()).sum());
    }

    /** Of those that state anything; when none does there is no total either. */
    public String theirTotal() {
        List<VendorDay.Figures> stated =
                fitting.stream().flatMap(each -> each.theirs().stream()).toList();
        return stated.isEmpty()
                ? "—"
                : Words.money(
                        stated.stream().mapToLong(VendorDay.Figures::subsidyFen).sum());
    }

    public String breaksTotal() {
        return Figures.count(fitting.stream().mapToLong(VendorDay::openBreaks).sum());
    }

    public String riskTotal() {
        return Words.money(fitting.stream().mapToLong(VendorDay::riskFen).sum());
    }
}
