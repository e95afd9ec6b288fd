package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of a day's reconciliation say. */
public enum DayText implements Phrase {
    LEAD(
            "%s：各商户的对账单和差错。先列有差错要处理的（风险金额大的在前），再列没有比对的，最后是其余的。",
            "%s: vendors' statements and breaks. First those with breaks to decide, the most money at risk in front;"
                    + " then those not compared; then the rest."),
    VENDORS("各商户", "Vendors"),
    STANDING("对账情况", "Statement"),
    ANY_STANDING("全部情况", "Any"),
    OVERDUE("逾期未交", "Overdue"),
    HELD("待处理", "Held"),
    NOT_COMPARED("未比对", "Not compared"),
    AWAITED("等待商户", "Awaited"),
    EXCUSE_ASKED("已申请免对账单", "Excuse asked for"),
    EXCUSED("免对账单", "Excused"),
    COMPARED("已比对", "Compared"),
    OVERDUE_LINE(
            "已过约定的工作日，没有对账单。请催收；确实没有的，申请免对账单。",
            "The days agreed are over. Ask for it, or ask that the vendor be excused."),
    HELD_LINE("对账单的合计行缺失或不符。请核对后接受或撤回。", "Its trailer is missing or disagrees. Accept it or withdraw it."),
    NOT_COMPARED_LINE("对账单有变化，还没有重新比对。", "A statement came or went since the day was compared."),
    AWAITED_LINE("还没有对账单，尚在约定的期限内。", "There is none yet, and the days agreed are not over."),
    EXCUSE_ASKED_LINE(
            "有人申请免对账单，等待另一位主管复核。", "Somebody asked that the vendor be excused;" + " another supervisor decides."),
    EXCUSED_LINE("经复核免对账单，这一天不再等它。", "The vendor is excused: the day does not wait for it."),
    COMPARED_LINE("已与我方刷卡比对。", "It was compared with our taps."),
    NO_DAY("还没有清算过的营业日", "No business day is cleared yet"),
    NO_DAY_LINE("营业日清算之后，这里列出每个商户。", "Once a day is cleared, its vendors are listed here."),
    NONE("没有符合条件的商户", "No vendor fits"),
    NONE_LINE("这一天没有符合条件的商户。请换一天或清除条件。", "No vendor of this day fits. Choose another day, or clear the filter."),
    SUBSIDY_NOTE(
            "与对账单比对的是补贴，不含运营与送餐补贴。",
            "What is compared with statements is the subsidy, without operator and delivery subsidy."),
    OUR_SUBSIDY("我方补贴", "Our subsidy"),
    THEIR_SUBSIDY("商户补贴", "Theirs"),
    TOTAL("合计", "Together"),
    TITLE("%s · %s", "%s · %s"),
    BY_SERVICE("按业务", "By service"),
    BY_SERVICE_LINE(
            "我方按清算的营业日，已减去当日冲正；商户按对账单。迟到的刷卡可能在两边不同的日子里。",
            "Ours are of the day that was cleared, less what was taken back on it;"
                    + " theirs as stated. Late taps may be in different days."),
    FIGURE("项目", "Figure"),
    BY_KIND("差错", "Breaks"),
    NO_BREAKS("没有差错", "No breaks"),
    NO_BREAKS_LINE("双方一致。", "Both sides agree."),
    NOTHING_COMPARED("还没有比对", "Nothing was compared yet"),
    NOTHING_COMPARED_LINE(
            "有了对账单并比对之后，才有差错；上面的差额此前没有对应的差错。",
            "Breaks come of a comparison with a statement; until then there is none behind the differences above."),
    NOT_STATED("未申报", "not stated"),
    BRIDGE("从我方补贴到商户补贴", "From our subsidy to theirs"),
    BRIDGE_LINE(
            "差错不论是否已处理都在内：处理差错不改变这两个数。调账记在另外的营业日，不在内。",
            "Breaks are in it whether they are resolved or not, for that changes neither figure. Adjustments stand in"
                    + " other days and are not in it."),
    BRIDGE_STEP("%s（%s 条）", "%s (%s)"),
    BRIDGE_REST(
            "其余：在别的营业日清算、申报或冲正的，不是当日的差错",
            "The rest: cleared, stated or taken back on other days, and no break of this day"),
    BRIDGE_DUPLICATE("“重复且不符”的行不计入商户方。", "Rows that contradict another are not in the vendor's figures."),
    OPEN_ONES("待处理", "Open"),
    RESOLVED_ONES("已处理", "Resolved"),
    RUN("最近比对", "Last comparison"),
    RUN_VALUE("%s · %s · 第 %s 次 · %s 行", "%s · %s · time %s · %s rows"),
    NO_RUN("没有", "none"),
    EXCUSE_BY("免对账单", "Excused"),
    STATEMENTS_OF_DAY("当日的对账单", "Statements of the day"),
    COMPARE("重新比对", "Compare again"),
    COMPARE_LINE(
            "随时可以重新比对；结果相同时什么也不改变。", "It may be compared at any time; when nothing" + " changed, nothing is changed."),
    TOO_MANY("正在处理的太多，请过一会儿再试。", "Too much is under way. Try again in a moment."),
    MATCHED("相符的行", "Rows that agree"),
    MATCHED_TITLE("%s · %s：相符的行", "%s · %s: rows that agree"),
    MATCHED_NONE("没有相符的行", "No rows agree"),
    MATCHED_NONE_LINE("还没有比对，或每一行都有差错。", "Nothing was compared yet, or every row has a break."),
    ROW("对账单行", "Row"),
    TAP("刷卡", "Tap"),
    CLEARED_ON("清算日", "Cleared on"),
    HOW("方式", "How"),
    BY_KEY("逐笔", "by key"),
    BY_RULE("按规则", "by rule"),
    BY_HAND("人工关联", "by hand"),
    CASE("付款前审查与暂缓", "Before payment, and holds"),
    EXCUSE("申请免对账单", "Ask that it be excused"),
    EXCUSE_QUESTION("申请让 %s 免交 %s 的对账单？", "Ask that %s be excused for %s?"),
    EXCUSE_CONSEQUENCE(
            "另一位主管复核同意后，这一天不再等这家商户的对账单，按我方刷卡结算。复核前若对账单到了，就不能同意，只能不同意或撤回。",
            "Once another supervisor approves, the day is reconciled without it, by our"
                    + " taps. Once a statement comes it can only be refused or taken back."),
    EXCUSE_ASK("提交申请", "Ask for it"),
    EXCUSE_SAID("已提交，等待另一位主管复核。", "It is asked for; another supervisor decides."),
    CHOOSE_FORMAT("请选择文件格式。", "Choose the kind of file.");

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
