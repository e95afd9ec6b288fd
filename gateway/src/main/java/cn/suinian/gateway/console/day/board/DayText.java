package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Phrase;

/** What the day board and the page of a day say. */
public enum DayText implements Phrase {
    TITLE("营业日", "Business days"),
    TITLE_LINE("每个营业日到了哪一步、卡在哪里、涉及多少钱。", "Where each business day is, what keeps it there, and its money."),
    EMPTY("这个月没有营业日", "No business day in this month"),
    EMPTY_LINE("换一个月份，或清除状态筛选。", "Choose another month, or clear the filter."),
    MONTH("月份", "Month"),
    STATE("状态", "State"),
    ANY_STATE("全部状态", "Any state"),
    SHOW("显示", "Show"),
    DAY("营业日", "Business day"),
    SINCE("何时、何人", "Since, by"),
    NEXT("下一步", "Next step"),
    TAPS("刷卡笔数", "Taps"),
    OWED("应付（元）", "Payable (yuan)"),
    BY_PAYER("按付款方", "By payer"),
    NOBODY("无人补贴", "Not subsidised"),
    TO_CLOSE("等待日终（每天 00:15 自动）", "Waits for its close, at 00:15 by itself"),
    CLOSING("日终正在进行", "Its close is under way"),
    OVERDUE(
            "日终已逾期 %s：这一天在 %s 已结束，没有自动日终",
            "Its close is overdue for %s: the day was over at %s and not closed by itself"),
    HOURS("%s 小时", "%s hours"),
    DAYS("%s 天", "%s days"),
    TODAY_OPEN("今天仍在营业", "Still open today"),
    NOTHING_LEFT("全部办完", "All done"),
    READY("可以办理：%s", "Ready to be %s"),
    EARLIER("须先办完 %s 的这一步", "%s has to make this step first"),
    WAITS_FOR("距“%s”还差：", "Before it is %s:"),
    BLOCKER("%s（%s，%s）", "%s (%s, %s)"),
    BLOCKER_SINCE("%s（%s，%s，自 %s 起各日合计）", "%s (%s, %s, of all days since %s together)"),
    OF_VENDORS("%s 家商户", "vendors: %s"),
    BLOCKER_NO_MONEY("%s（%s）", "%s (%s)"),
    SEE("去处理", "See to it"),
    ASK_MANY("申请审批多日", "Ask for several days"),
    APPROVED_COLUMN("通过笔数", "Approved taps"),
    NOT_CLEARED_YET("尚未清分", "Not cleared"),
    DUE("应付日 %s", "Due on %s"),
    PAY_OVERDUE("应付日 %s 已过，还没有付款", "Due on %s and not paid: overdue"),

    DAY_TITLE("营业日 %s", "Business day %s"),
    STANDING("进展", "Where it is"),
    PROGRESS("正在办理：%s", "Under way: %s"),
    PROGRESS_OF("%s / %s", "%s of %s"),
    PROGRESS_DONE("%s 行", "%s rows"),
    PROGRESS_SEEN("最近更新 %s，由 %s", "Last heard of at %s, from %s"),
    PROGRESS_DEAD(
            "已超过一分钟没有消息，多半已中断。可以再办一次，已完成的步骤不会重做。",
            "Nothing was heard of it for a minute: it was probably cut off. Do it again; no step is done twice."),
    RUNNING("正在办理，请稍候，本页每秒更新。", "Under way. This page looks again every second."),
    RUN_FAILED("没有办成，请再试；若仍不行，请告知管理员编号 %s。", "It was not done. Try again; if it stays, tell the administrator %s."),
    RELOAD("刷新", "Look again"),
    BUSY_HERE("本机正在办理另一项，请等它办完。", "This machine is working on something else. Wait until it is done."),
    WAITING_REQUEST("%s：%s 于 %s 申请，等待复核", "%s: asked for by %s at %s, waits for a second person"),
    STALE_REQUEST("申请后营业日已变动，只能驳回", "The day has moved since: it can only be rejected"),
    ACTS("办理", "What you can do"),
    STAYS(
            "这一天的款项已有 %s 笔、%s 交给银行，不能退回；差错请在当前营业日调整。",
            "%s payments of its money (%s) went to the bank, so it is not opened again. Correct mistakes by adjustments"
                    + " in the open day."),
    LATER_FIRST("要退回这一天，须先退回 %s。", "Before this day is opened again, %s has to be."),
    NO_ACTS("您在这一步没有要办的事。", "There is nothing for you to do at this step."),
    ABOVE_FIRST("先处理上列事项，这一步随后办理。", "Settle what is listed above first; this step comes after it."),
    WHO_APPROVE("审批和退回须由另一位结算主管复核。", "Approvals and re-openings are decided by another settlement supervisor."),
    VENDORS_BLOCKING("还没有对账的商户", "Vendors that are not reconciled"),
    VENDOR("商户", "Vendor"),
    WHAT("情况", "What it is"),
    STATEMENT_NO("对账单 %s", "Statement %s"),
    VENDORS_MORE("只列出金额最大的 %s 家。", "Only the %s with the most money are shown."),

    FIGURES("清分合计", "What it came to"),
    NOT_CLEARED("尚未清分，暂无数字。", "It is not cleared yet, so there are no figures."),
    APPROVED_TAPS("通过", "Approved"),
    DECLINED_TAPS("未通过", "Declined"),
    LATE_TAPS("其中迟到", "Late among them"),
    REVERSED_TAPS("冲正", "Taken back"),
    GROSS("应收总额（元）", "Gross (yuan)"),
    SELF_PAY("自付（元）", "Self-pay (yuan)"),
    PAYER("付款方", "Payer"),
    TO_LINES("清分明细：商户 × 付款方 × 服务", "Clearing lines: vendor × payer × service"),
    TO_LATE("迟到的刷卡", "Late taps"),
    TO_REVERSED("冲正的刷卡", "Taps taken back"),
    TO_SEAL("封存", "Seal"),
    TO_PUBLISHED("对公众公布的合计", "Published totals"),
    TO_LEDGER("试算平衡表", "Trial balance"),
    TO_CALENDAR("工作日历", "Calendar"),
    TO_CHARTS("图表", "Charts"),
    JOURNAL("分录：借方 ¥%s，贷方 ¥%s", "Journal: debits ¥%s, credits ¥%s"),
    JOURNAL_EVEN("借贷相等", "they are equal"),

    HISTORY("经过", "History"),
    STEP("步骤", "Step"),
    OPENED("开启", "Opened"),
    AT("时间", "At"),
    BY("经办", "By"),
    REASON("原因", "Reason"),
    SIGNATURE("复核申请 %s，申请人 %s", "Second signature %s, asked for by %s"),

    APPROVE_DAY("审批营业日", "Approve a business day"),
    REOPEN_DAY("退回营业日", "Re-open a business day"),
    ASKED_BY("申请人", "Asked by"),
    ASKED_AT("申请时间", "Asked at"),
    ASK_REASON("申请原因", "Reason"),
    REQUEST("申请 %s", "Request %s"),
    APPROVE_LINE(
            "同意后，本日款项可以付出。请先看数字和经过。", "Once approved, the day's money may be paid. Look at figures and history first."),
    REOPEN_LINE(
            "同意后，营业日回到“已清分”，须重新对账和审批。", "Once approved, the day is cleared again, to be reconciled and approved anew."),
    OWN("这是您自己的申请，须由另一位主管复核。", "This is your own request: another supervisor must decide."),
    NOT_YOURS("须由结算主管复核。", "A settlement supervisor must decide."),
    APPROVE("同意", "Approve"),
    REJECT_TITLE("不同意", "Reject"),
    REJECT_REASON("不同意的原因", "Why not"),
    REJECT("不同意，维持现状", "Reject, it stays as it is"),
    APPROVED_SAID("已同意：%s。", "Approved: %s."),
    REJECTED_SAID("已驳回，营业日维持不变。", "It is rejected; the day stays where it is."),
    TAKE_BACK("撤回申请", "Take it back"),
    BACK("返回待复核", "Back to the inbox"),
    TO_DAY("看这个营业日", "See the day");

    private final String zh;
    private final String en;

    DayText(String zh, String en) {
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
