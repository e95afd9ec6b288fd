package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.export.MatchedRow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a vendor's day that agree with a tap, ready to print. */
public record MatchedView(
        FormView form,
        VendorNames vendors,
        int vendorId,
        LocalDate day,
        List<MatchedRow> matched,
        @Nullable String first,
        @Nullable String older) {

    /** One of them. */
    public record Row(
            String row,
            String rowPath,
            String date,
            String terminal,
            String number,
            String card,
            String cleared,
            String amount,
            String subsidy,
            String how) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(DayText.MATCHED_TITLE, vendors.name(vendorId), day);
    }

    public String back() {
        return "/reconciliation/days/" + day + "/" + vendorId;
    }

    public List<Row> rows() {
        return matched.stream()
                .map(each -> new Row(
                        each.statementId() + ":" + each.lineNo(),
                        "/reconciliation/statements/" + each.statementId(),
                        each.tapDate(),
                        each.terminal(),
                        Long.toString(each.terminalSeq()),
                        Integer.toString(each.cardSerial()),
                        each.clearedOn(),
                        Words.money(each.amountFen()),
                        Words.money(each.subsidyFen()),
                        say(how(each.how()))))
                .toList();
    }

    private static DayText how(String stored) {
        return switch (stored) {
            case "RULE" -> DayText.BY_RULE;
            case "HAND" -> DayText.BY_HAND;
            default -> DayText.BY_KEY;
        };
    }
}
