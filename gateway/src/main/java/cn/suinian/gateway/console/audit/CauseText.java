package cn.suinian.gateway.console.audit;

import cn.suinian.gateway.console.page.Phrase;

/** What reasons are called that are chosen from a list and not written; each constant has the name of the code. */
enum CauseText implements Phrase {
    HOLDER("持卡人本人", "The holder"),
    SOMEBODY_FOR_THE_HOLDER("家人或照护人", "Family or a carer"),
    STAFF("工作人员", "Staff"),
    LOST("遗失", "Lost"),
    DAMAGED("损坏", "Damaged"),
    EXPIRED("到期", "Expired");

    private final String zh;
    private final String en;

    CauseText(String zh, String en) {
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
}
