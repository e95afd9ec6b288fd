package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of a day say of what is not settled with vendors, for whoever signs. */
public enum ReviewText implements Phrase {
    TITLE("审批前请看", "To look at before signing"),
    OPEN("待处理差错 %s 项，风险金额 %s", "Open breaks: %s, %s at risk"),
    NO_OPEN("没有待处理的差错。", "No break is open."),
    OPEN_NOTE(
            "差错不阻止审批；超过容差的商户在处理完之前不付款。",
            "Breaks do not stop the approval; a vendor with more of them than is tolerated is not paid until they are"
                    + " resolved."),
    NO_EXCUSED("没有免对账单的商户。", "No vendor was excused from its statement."),
    EXCUSED("免对账单、按我方刷卡结算：%s 家，%s", "Excused from a statement, settled by our taps alone: %s vendors, %s"),
    NO_ADJUSTED("没有调账。", "Nothing was adjusted."),
    ADJUSTED("已调账：%s 笔，付给商户 %s，从商户收回 %s", "Adjusted: %s, %s to vendors, %s taken back"),
    ADJUSTMENT("差错 %s · %s · %s，记入 %s", "Break %s · %s · %s, booked on %s"),
    MORE("其余 %s 笔见差错。", "The other %s are among the breaks."),
    TO_RECONCILIATION("当日的对账", "Reconciliation of the day"),
    TO_BREAKS("当日的全部差错", "All breaks of the day");

    private final String zh;
    private final String en;

    ReviewText(String zh, String en) {
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
