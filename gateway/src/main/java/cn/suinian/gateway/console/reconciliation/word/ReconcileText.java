package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.gateway.console.page.Phrase;

/** What pages of reconciliation say that more than one of them says. */
public enum ReconcileText implements Phrase {
    TITLE("对账", "Reconciliation"),
    LINE("商户对账单、差错、调账和免对账单。", "Vendors' statements, breaks, adjustments and excuses."),
    PARTS("对账的各页", "Pages of reconciliation"),
    DAYS("营业日", "Days"),
    STATEMENTS("对账单", "Statements"),
    UPLOAD("导入对账单", "Take in a statement"),
    BREAKS("差错", "Breaks"),
    APPROVALS("对账待复核", "Reconciliation approvals"),
    RULES("自动处理规则", "Rules"),
    LIMITS("参数", "Limits"),
    FORMATS("格式设置", "Formats"),
    VENDOR("商户", "Vendor"),
    DAY("营业日", "Business day"),
    SERVICE("业务", "Service"),
    KIND("类型", "Kind"),
    STATE("状态", "State"),
    PAYER("付款方", "Payer"),
    PAYER_UNKNOWN("不明", "Nobody knows"),
    REASON("原因", "Reason"),
    ALL("全部", "All"),
    ANY_VENDOR("全部商户", "Any vendor"),
    ANY_KIND("全部类型", "Any kind"),
    ANY_SERVICE("全部业务", "Any service"),
    FROM("营业日自", "From day"),
    TO("至", "To day"),
    SHOW("查询", "Show"),
    CLEAR("清除条件", "Clear"),
    DAY_WRONG("日期的写法不对，应如 2026-11-16。", "That is no day. Write it as 2026-11-16."),
    ADJUSTMENT_ASKED("已申请的调账", "Adjustment asked for"),
    TO_VENDOR("付给商户", "to the vendor"),
    FROM_VENDOR("从商户收回", "taken back from the vendor"),
    RANGE_BACKWARDS("“至”早于“自”，请对调或改正。", "This day is before the day from. Swap them, or correct one."),
    VENDOR_MISSING("请选择商户。", "Choose the vendor."),
    OURS("我方", "Ours"),
    THEIRS("商户方", "The vendor's"),
    DIFFERENCE("差额（商户减我方）", "Difference (theirs less ours)"),
    TAPS("笔数", "Taps"),
    AMOUNT("金额", "Amount"),
    SUBSIDY("补贴", "Subsidy"),
    EXTRA("运营与送餐补贴", "Operator's and delivery subsidy"),
    OPEN_BREAKS("待处理差错", "Open breaks"),
    AT_RISK("风险金额", "At risk"),
    BY("经办", "By"),
    AT("时间", "At"),
    NOT_BY_PAYER(
            "对账单不分付款方，商户申报的合计和差额因此不列出。",
            " A statement does not say who pays, so what a vendor states in all, and the difference, are left out."),
    OPEN("打开", "Open"),
    CSV("下载 CSV", "Download CSV"),
    XLSX("下载 XLSX", "Download XLSX");

    private final String zh;
    private final String en;

    ReconcileText(String zh, String en) {
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
