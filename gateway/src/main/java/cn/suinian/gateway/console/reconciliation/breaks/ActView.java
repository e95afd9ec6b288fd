package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.Break;
import java.util.List;
import java.util.Map;

/**
 * One act on one break, ready to print.
 *
 * @param others what it can be linked with
 */
public record ActView(FormView form, VendorNames vendors, Break it, BreakAct act, List<Break> others) {
    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String back() {
        return FilterForm.LIST + "/" + it.breakNo();
    }

    public String path() {
        return back() + "/" + act.path();
    }

    public String title() {
        return say(act.text()) + " · " + say(BreakText.NUMBERED, Long.toString(it.breakNo()));
    }

    /** What is known of it; for what is linked, also which tap it is about. */
    public Map<String, String> facts() {
        Map<String, String> facts = BreakView.facts(it, vendors, frame());
        if (act == BreakAct.LINK) {
            facts.put(
                    say(BreakText.WHICH_TAP),
                    say(
                            BreakText.TAP_NAMED,
                            it.tap().date(),
                            Integer.toString(it.tap().cardSerial()),
                            Long.toString(it.tap().terminalId()),
                            Long.toString(it.tap().terminalSeq()),
                            Words.money(Math.max(
                                    it.money().ourAmountFen(), it.money().theirAmountFen()))));
        }
        return facts;
    }

    public boolean is(BreakAct other) {
        return act == other;
    }

    /** Which way an adjustment goes, and at most how far. */
    public String adjustHint() {
        long difference = it.money().difference();
        return say(difference > 0 ? BreakText.FEN_MORE : BreakText.FEN_LESS, Words.money(Math.abs(difference)));
    }

    /** What it can be linked with, as choices. */
    public List<Option> choices() {
        return others.stream()
                .map(other -> new Option(
                        other.breakNo() + ":" + other.version(),
                        say(
                                BreakText.OTHER_CHOICE,
                                Long.toString(other.breakNo()),
                                other.tap().date(),
                                Integer.toString(other.tap().cardSerial()),
                                Long.toString(other.tap().terminalId()),
                                Long.toString(other.tap().terminalSeq()),
                                Words.money(Math.max(
                                        other.money().ourAmountFen(),
                                        other.money().theirAmountFen())))))
                .toList();
    }

    public List<Option> assignees() {
        return List.of(
                new Option(FilterForm.ME, say(BreakText.ME)), new Option(FilterForm.NOBODY, say(BreakText.NOBODY)));
    }

    /** Whether the form makes sense. */
    public boolean possible() {
        return act != BreakAct.LINK || !others.isEmpty();
    }
}
