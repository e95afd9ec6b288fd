package cn.suinian.gateway.console.lens;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.recovery.Recovery;
import cn.suinian.settlement.lens.work.VendorCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param items those of this page
 * @param taken money that was asked back on these days
 */
public record CaseView(
        FormView form,
        VendorCase found,
        List<LensItem> items,
        List<Recovery> taken,
        boolean waitingOnly,
        @Nullable String first,
        @Nullable String next) {

    /** Money of a payer. */
    public record MoneyRow(String payer, String money) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(LensText.CASE, found.vendorName() + " " + found.vendorCode());
    }

    public String days() {
        return found.from().equals(found.to())
                ? found.from().toString()
                : say(LensText.CASE_DAYS, found.from(), found.to());
    }

    public boolean answers() {
        return frame().visitor().may(Permission.LENS_HOLD);
    }

    public String score() {
        return Figures.count(found.score());
    }

    public String total() {
        return Figures.yuan(found.totalFen());
    }

    /** Money by payer. */
    public List<MoneyRow> payers() {
        return found.concernedFen().entrySet().stream()
                .map(each ->
                        new MoneyRow(Payers.name(each.getKey(), frame().language()), Figures.yuan(each.getValue())))
                .toList();
    }

    public List<Link> holds() {
        return found.holds().stream()
                .map(hold -> new Link(say(LensText.HOLD_NO, hold.holdNo()), "/lens/holds/" + hold.holdNo()))
                .toList();
    }

    public List<ItemRow> rows() {
        return items.stream().map(item -> ItemRow.of(item, frame())).toList();
    }

    public List<RecoveryRow> recoveries() {
        return taken.stream().map(each -> RecoveryRow.of(each, frame())).toList();
    }

    public List<Option> verdicts() {
        return LensWords.verdicts(frame().language());
    }

    public String path() {
        return "/lens/cases/" + found.vendorId();
    }

    public Address here() {
        return new Address(path()).with("from", found.from()).with("to", found.to());
    }

    public String waitingPath() {
        return waitingOnly ? here().toString() : here().with("waiting", "yes").toString();
    }

    public String holdPath() {
        return new Address("/lens/holds/new")
                .with("vendor", found.vendorId())
                .with("from", found.from())
                .with("to", found.to())
                .toString();
    }

    public String exportPath() {
        return new Address(path() + "/export")
                .with("from", found.from())
                .with("to", found.to())
                .toString();
    }
}
