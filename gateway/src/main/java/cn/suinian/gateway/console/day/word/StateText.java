package cn.suinian.gateway.console.day.word;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.businessday.BusinessDay.State;

/** What the states of a business day are called; each constant has the name of the state. */
public enum StateText implements Phrase {
    OPEN("营业中", "Open", "plain"),
    CUT("已日切，清分中", "Cut, being cleared", "wait"),
    CLEARED("已清分", "Cleared", "wait"),
    RECONCILED("已对账", "Reconciled", "wait"),
    APPROVED("已审批", "Approved", "wait"),
    PAID("已付款", "Paid", "good"),
    SEALED("已封存", "Sealed", "good");

    private final String zh;
    private final String en;
    private final String tone;

    StateText(String zh, String en, String tone) {
        this.zh = zh;
        this.en = en;
        this.tone = tone;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** Of its badge. */
    public String tone() {
        return tone;
    }

    /** The words for a state. */
    public static StateText of(State state) {
        return valueOf(state.name());
    }

    /** In a language. */
    public static String of(State state, Language language) {
        return of(state).in(language);
    }
}
