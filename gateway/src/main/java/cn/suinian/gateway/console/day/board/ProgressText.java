package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.form.Codes;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;

/** What a long step of a day is at; each constant has the name under which the step tells it. */
enum ProgressText implements Phrase {
    STARTED("日终开始", "the close begins"),
    CUT("已日切", "the day is cut"),
    WAITING("等待在途刷卡", "waiting for taps under way"),
    FINAL("不再有刷卡计入", "no tap can join it any more"),
    LINES_ADDED("清分汇总", "taps are added up"),
    JOURNAL_POSTED("记账", "the journal is posted"),
    CLEARED("已清分", "it is cleared"),
    SEAL_TAP("封存刷卡", "sealing taps"),
    SEAL_REVERSAL("封存冲正", "sealing reversals"),
    SEAL_CLEARING_LINE("封存清分", "sealing clearing lines"),
    SEAL_CLEARING_REVERSAL("封存冲正清分", "sealing lines of reversals"),
    SEAL_CLEARING_DECLINE("封存未通过笔数", "sealing counts of declines"),
    SEAL_JOURNAL("封存分录", "sealing the journal");

    private final String zh;
    private final String en;

    ProgressText(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** The words for a step; its own name when there are none. */
    static String of(String step, Language language) {
        return Codes.of(ProgressText.class, step, language);
    }
}
