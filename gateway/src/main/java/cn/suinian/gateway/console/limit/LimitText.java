package cn.suinian.gateway.console.limit;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of limits say. */
public enum LimitText implements Phrase {
    TITLE("参数", "Limits"),
    LEAD(
            "系统按这些数值判断。变更由一人申请、另一人复核，从写明的日期起生效；以前的判断不变。",
            "What is judged by. One person asks for a change, another approves it; it holds from its day on,"
                    + " and what was judged before stays."),
    IN_FORCE("现行参数", "Limits in force"),
    NAME("参数", "Limit"),
    ABOUT("适用", "About"),
    ALL("全部", "All"),
    VALUE("数值", "Value"),
    SINCE("生效日期", "From"),
    FROM_THE_START("初始值", "From the start"),
    AT_ONCE("立即", "At once"),
    CHANGE("变更", "Change"),
    NEXT("待生效、待复核", "Coming, or waiting"),
    COMING("%s 起：%s", "from %s: %s"),
    WAITS("待复核：%s（%s 于 %s 申请）", "waits: %s (asked for by %s at %s)"),
    HISTORY("历次数值", "Every value"),
    STATE("状态", "State"),
    WAITING("待复核", "Waits"),
    CONFIRMED("已复核", "Approved"),
    REJECTED("未同意", "Rejected"),
    WITHDRAWN("申请人已撤回", "Taken back by who asked"),
    THE_HOUSE("系统初始值", "As it came"),
    ASKED_BY("申请人", "Asked by"),
    DECIDED_BY("复核人", "Decided by"),
    WHY("原因", "Reason"),
    NONE_HOURS("全天", "Any time"),
    NONE_SCORE("从不", "Never"),
    NONE_OWN("与全部商户相同", "As for all vendors"),
    YES("计入", "Counts"),
    NO("不计入", "Does not count"),
    CHANGE_TITLE("变更参数：%s", "Change a limit: %s"),
    CHANGE_LINE("申请后由另一位主管复核，复核以前仍按现行数值。", "Another supervisor decides. Until then the value in force holds."),
    VENDOR_HINT("不选：全部商户；选一个商户：只对它，优先于全部商户的数值。", "None: all vendors. One: its own value, before that of all."),
    VENDOR("商户", "Vendor"),
    FEN_HINT("元，最多两位小数，从 %s 到 %s。%s", "Yuan, up to two decimals, from %s to %s. %s"),
    NUMBER_HINT("整数，从 %s 到 %s。%s", "A whole number from %s to %s. %s"),
    TENTHS_HINT("最多一位小数，从 %s 到 %s。%s", "Up to one decimal, from %s to %s. %s"),
    HOURS_HINT(
            "例如 06:30-20:00；关门早于开门表示过午夜；留空：全天。",
            "For example 06:30-20:00; past midnight when it closes before it opens; empty: any time."),
    EMPTY_SCORE("留空：从不自动暂缓。", "Empty: never by itself."),
    EMPTY_OWN("对一个商户留空：与全部商户相同。", "Empty for a vendor: as for all."),
    FROM("生效日期", "From"),
    FROM_HINT("例如 2026-12-01；留空：复核后立即生效。", "For example 2026-12-01; empty: at once when it is approved."),
    ASK("申请变更", "Ask for the change"),
    ASKED_SAID("已申请，等待另一位主管复核。", "It is asked for and waits for another supervisor."),
    DECIDE_TITLE("复核参数变更 %s", "Change of a limit, request %s"),
    BEFORE("现行数值", "In force"),
    AFTER("申请的数值", "Asked for"),
    DECIDE_LINE("同意后，从生效日期起按新的数值判断。", "Once approved, the new value is judged by from its day on."),
    APPROVE("同意", "Approve"),
    APPROVED_SAID("已同意，%s 起生效。", "It is approved and holds from %s."),
    REJECT("不同意", "Reject"),
    REJECTED_SAID("未同意，仍按现行数值。", "It is rejected. The value in force holds."),
    OWN("您自己申请的，须由另一位主管复核", "Your own request: another supervisor must decide"),
    NO_RIGHT("由有复核权限的主管复核", "A supervisor who may approve decides"),
    DECIDED("已复核", "It is decided"),
    KIND("参数变更", "Change of a limit"),

    RECONCILE_FEN("对账金额容差", "Tolerance of amounts in reconciliation"),
    RECONCILE_SECONDS("对账时间容差（秒）", "Tolerance of times in reconciliation, seconds"),
    RECONCILE_DAYS("对账单期限（工作日）", "Working days until a statement is overdue"),
    PAYOUT_FEN("不影响付款的未处理差错合计", "Open breaks of a vendor that do not stop its payment"),
    LEAST_MEALS("参与比较的最少餐数、人数", "Meals or people from which on a canteen is compared"),
    LEAST_CANTEENS("可比食堂的最少家数", "Canteens of a district from which on they are compared"),
    OUTLIER_TENTHS("高出中位数的离散度（个）", "Spreads above the median"),
    SHARE_FLOOR_PERMILLE("补贴餐比例的最小离散度（百分点）", "Least spread of subsidised shares, percentage points"),
    HEAD_FLOOR_FEN("人均补贴的最小离散度", "Least spread of subsidies a head"),
    OUTSIDE_TAPS("营业时间外刷卡的最少笔数", "Taps outside hours from which on they are noticed"),
    OPENING_HOURS("营业时间", "Opening hours"),
    AUTO_HOLD_SCORE("自动暂缓的分数", "Score above which a day is held"),
    COUNTED("计入自动暂缓", "Counts towards a hold");

    private final String zh;
    private final String en;

    LimitText(String zh, String en) {
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
