package cn.suinian.gateway.console.payout.word;

import cn.suinian.gateway.console.page.Phrase;

/** Words that the pages of payments, of holds and of statements of account share. */
public enum WordText implements Phrase {
    PAYER("付款方", "Payer"),
    ANY_PAYER("全部付款方", "All payers"),
    VENDOR("商户", "Vendor"),
    DAY("营业日", "Business day"),
    FROM("起始营业日", "First business day"),
    UNTIL("截止营业日", "Last business day"),
    MONEY("金额（元）", "Money (yuan)"),
    YUAN("¥%s", "¥%s"),
    STATE("状态", "State"),
    ANY_STATE("全部状态", "Any state"),
    WHEN("时间", "When"),
    WHO("办理人", "Who"),
    WHAT("事项", "What"),
    WHY("原因", "Reason"),
    ACTS("操作", "Acts"),
    TOTAL("合计", "Total"),
    SHOW("查看", "Show"),
    CLEAR("清除条件", "Clear the filter"),
    EXPORT("导出 CSV", "Export CSV"),
    EXPORT_TITLE("导出", "Export"),
    EXPORT_LINE("导出全部符合条件的行，不只是本页。", "All rows that match, not only this page."),
    ROWS("共 %s 行", "%s rows in all"),
    EVERYTHING("全部", "All"),
    ASKED_BY("申请人", "Asked by"),
    DECIDED_BY("复核人", "Decided by"),
    OWN("您自己经办的，须由另一位主管复核", "Your own: another supervisor must decide"),
    NO_RIGHT("复核由结算主管办理", "A settlement supervisor decides"),
    BACK("返回", "Back"),
    DAY_WRONG("日期应写成 2026-11-23 这样。", "Write a date as in 2026-11-23."),
    PAYER_WRONG("没有这个付款方，请在列表中选择。", "There is no such payer; choose one of the list."),
    CHOICE_WRONG("请在列表中选择。", "Choose one of the list."),
    NUMBER_WRONG("请填写数字。", "Give a number.");

    private final String zh;
    private final String en;

    WordText(String zh, String en) {
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
