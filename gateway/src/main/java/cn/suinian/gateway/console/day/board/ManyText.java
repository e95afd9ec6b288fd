package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages say on which many days are asked for or approved at once. */
public enum ManyText implements Phrase {
    ASK_TITLE("申请审批多个营业日", "Ask for several days to be approved"),
    ASK_LINE(
            "截至所填营业日：已清分而没有未处理事项的，记为对账完毕并申请审批；已对账的，申请审批。逐日办理，一天办不成不影响其他。" + "须由另一位主管逐日复核。",
            "Up to this day: a cleared day that nothing keeps is reconciled and asked for, a reconciled one is asked"
                    + " for. Each day by itself; one that cannot be leaves the others."
                    + " Another supervisor decides on each."),
    THROUGH("截至营业日", "Up to the day"),
    THROUGH_WRONG("请填写正确的日期，如 2026-11-16。", "Give a date as 2026-11-16."),
    SEE("查看", "Show"),
    WAITING_DAYS("还没有申请审批的营业日", "Days that are not asked for yet"),
    NONE("没有要申请的营业日", "No day is left to ask for"),
    NONE_LINE("截至这一天，已清分的营业日都已申请或审批。", "Every cleared day up to this one is asked for or approved."),
    ASK("全部申请审批", "Ask for all that are ready"),
    ASK_RESULT("申请审批的结果", "What came of asking"),
    ASKED("已申请审批，等另一位主管复核（申请 %s）", "Asked for; waits for another supervisor (request %s)"),
    NOT_ASKED("没有申请：%s", "Not asked for: %s"),
    BETWEEN("；", "; "),
    DECIDE_TITLE("一并复核营业日", "Approve several days"),
    DECIDE_LINE(
            "勾选同意的营业日，写一个原因。每天按此刻的情况单独复核，日期早的在先；自己申请的、已有变动的不会通过。",
            "Tick the days that you approve, and give one reason. Each is decided by itself as it stands now, the"
                    + " earlier first; your own requests, and days that moved, are refused."),
    REQUESTS("待复核的营业日", "Days that wait"),
    REQUEST_NAME("%s · 应付 %s · %s 申请：%s", "%s · payable %s · asked for by %s: %s"),
    TICK_ONE("请至少勾选一天。", "Tick at least one day."),
    NOTHING_WAITS("没有待复核的营业日", "No day waits"),
    NOTHING_WAITS_LINE("没有可以由您复核的营业日审批申请。", "There is no request about a day that you may decide."),
    APPROVE("同意勾选的营业日", "Approve the ticked days"),
    DECIDE_RESULT("复核的结果", "What came of deciding"),
    APPROVED("已审批", "Approved"),
    NOT_APPROVED("没有审批：%s", "Not approved: %s"),
    OUTCOME("结果", "Result"),
    DONE_COUNT("办成 %s 天，没有办成 %s 天。", "Done for %s days, not for %s."),
    TO_DAYS("返回营业日", "Back to business days");

    private final String zh;
    private final String en;

    ManyText(String zh, String en) {
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
