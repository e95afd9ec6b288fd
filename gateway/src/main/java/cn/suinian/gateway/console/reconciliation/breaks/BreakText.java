package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.gateway.console.page.Phrase;

/** What the pages of breaks say. */
public enum BreakText implements Phrase {
    LEAD("商户对账单和我方刷卡不一致的地方。", "Where a vendor's statement and our taps differ."),
    NONE("没有符合条件的差错", "No break fits"),
    NONE_LINE(
            "没有待处理的差错，或条件太窄。可以清除条件，或看已处理的。",
            "Nothing is open, or the filter is too narrow. Clear it, or look at resolved ones."),
    NUMBER("差错号", "Break"),
    NUMBERED("差错 %s", "Break %s"),
    AGE("未决天数", "Days open"),
    AGE_LEAST("至少未决天数", "Open for at least, days"),
    LEAST("风险金额不低于（元）", "At risk at least (yuan)"),
    MOST("风险金额不高于（元）", "At risk at most (yuan)"),
    WHOSE("经办", "Whose"),
    ANYBODY("所有人", "Anybody's"),
    MINE("我的", "Mine"),
    NOBODYS("没有人的", "Nobody's"),
    SOMEBODY("员工 %s", "Staff %s"),
    OPEN_STATES("未决（默认）", "Open (usual)"),
    ALL_STATES("全部", "Any"),
    DONE_STATES("已处理", "Resolved"),
    ORDER("排序", "Order"),
    NEWEST("最新的在前", "The newest first"),
    MOST_MONEY("风险金额大的在前", "The most money first"),
    FILTER_MONEY("请填写金额（元），如 1.50。", "Write an amount in yuan, as 1.50."),
    FILTER_DAY("请填写日期，如 2026-11-16。", "Write a day, as 2026-11-16."),
    FILTER_AGE("请填写天数，如 7。", "Write a number of days, as 7."),
    FILTER_CHOICE("没有这一项，请重新选择。", "There is no such choice. Choose again."),
    FILTER_FIRST("请先改正查询条件", "Put the filter right first"),
    FILTER_FIRST_LINE("条件改正之前不列出差错，也不能批量处理。", "Until then no breaks are listed, and none can be resolved together."),
    SAVED("保存的筛选", "Saved filters"),
    NAME("名称", "Name"),
    NAME_HINT("不超过 40 字。同名的会被替换。", "At most 40 characters. One of that name is replaced."),
    SAVE("保存这个筛选", "Save this filter"),
    SAVE_DONE("已保存筛选“%s”。", "The filter \"%s\" is saved."),
    FORGET("删除", "Delete"),
    FORGOT("已删除筛选“%s”。", "The filter \"%s\" is deleted."),
    TOTALS("合计", "Together"),
    COUNT("条数", "Number"),
    LIST("差错列表", "Worklist"),
    PLACE("第 %s 至 %s 条，共 %s 条", "%s to %s of %s"),
    TO_LIST("跳到差错列表", "Skip to the worklist"),
    KEYS("焦点在列表里时：j 下一条，k 上一条，Enter 打开，x 勾选。", "Inside the list: j next, k previous, Enter opens, x ticks."),
    TICK("勾选", "Tick"),
    TICK_ONE("勾选差错 %s", "Tick break %s"),
    TICKED("处理勾选的差错", "What to do with the ticked ones"),
    WHAT("处理", "Act"),
    ACCEPT_CHOICE("接受：差额已知，不动钱", "Accept: the difference is known and stays"),
    REJECT_CHOICE("驳回：不认可商户的申报，以我方为准", "Reject: the vendor's claim is refused, ours stands"),
    CHOOSE_ONE("请选择一项。", "Choose one."),
    DO_TICKED("处理勾选的", "Do it with the ticked"),
    DONE_MANY("已处理 %s 条。", "%s were resolved."),
    DONE_MANY_BUT(
            "已处理 %s 条。另有 %s 条还在等商户申报，没有处理。",
            "%s were resolved. %s that the vendor still has time to state were left out."),
    LEFT_OUT_FACT("不处理：待商户申报", "Left out: expected"),
    ALL_OF_THEM("处理符合条件的全部未处理差错…", "All open ones that fit…"),
    ALL_QUESTION("处理符合条件的全部 %s 条差错？", "Resolve all %s breaks that fit?"),
    ALL_CONSEQUENCE(
            "按同一个原因一次办完，全部成功或全部不办。接受和驳回都不动钱。页面打开后数量有变化的，不会办理。",
            "All get one reason, and all are done or none. Neither moves money."
                    + " If more or fewer fit meanwhile, nothing is done."),
    ALL_BY_VENDOR("按商户", "By vendor"),
    DO_ALL("全部处理", "Do it with all"),
    EXPORT("导出", "Export"),
    EXPORT_LINE("按现在的条件导出全部，留审计记录。", "All that fit now; it stands in the audit trail."),
    BOTH_SIDES("双方逐项", "Both sides, field by field"),
    FIELD("字段", "Field"),
    MISSING_SIDE("没有", "nothing"),
    TAPPED_AT("刷卡时间", "Tapped at"),
    TERMINAL("终端", "Terminal"),
    TERMINAL_SEQ("终端流水号", "Number at the terminal"),
    CARD("卡序号", "Card"),
    TAP_DATE("刷卡日", "Day of the tap"),
    OUTCOME("我方结果", "Our outcome"),
    APPROVED("已批准", "Approved"),
    DECLINED("已拒绝：%s", "Declined: %s"),
    REVERSED("已冲正", "Taken back"),
    CLEARED_ON("清算日", "Cleared on"),
    SOURCE("来源", "Where from"),
    OUR_TAP("刷卡 %s", "Tap %s"),
    THEIR_ROW("对账单 %s 第 %s 行", "Statement %s, line %s"),
    STANDING("行的状态", "Row"),
    COUNTS("有效", "counts"),
    REPEATED("与前面重复", "repeats an earlier one"),
    CONTRARY("与前面矛盾", "contradicts an earlier one"),
    NOT_STATED("商户未写", "not stated"),
    DIFFERS("不一致", "differs"),
    OWED("应付合计", "Owed in all"),
    TIMELINE("经过", "Timeline"),
    STEP("版本", "Version"),
    WHAT_HAPPENED("事项", "What happened"),
    ATTACHMENT("附件", "Attachment"),
    ATTACHMENT_HINT(
            "证明材料，PDF、PNG 或 JPEG，不超过 2 MiB。加密保存，查看留审计记录。",
            "What proves it: PDF, PNG or JPEG, at most 2 MiB. Kept encrypted; whoever opens it is on record."),
    ATTACHMENT_TOO_LARGE("附件超过 2 MiB。", "The attachment is above 2 MiB."),
    OPEN_ATTACHMENT("查看附件 %s", "Open attachment %s"),
    REQUEST("申请 %s", "Request %s"),
    ACTS("可以办的事", "What can be done"),
    ONLY_LOOK("您可以查看，不能办理。", "You may look at it, and not act."),
    AWAITED(
            "现在不用办：商户报来自动消除；超过约定的工作日转为商户漏报，那时再处理。",
            "There is nothing to do now: it heals when the vendor states it. When the days agreed are over it becomes"
                    + " missing at vendor, and is worked on then."),
    ACCEPT("接受", "Accept"),
    REJECT("驳回", "Reject"),
    ADJUST("申请调账", "Ask for an adjustment"),
    LINK("关联", "Link"),
    REOPEN("重新打开", "Open again"),
    COMMENT("备注", "Comment"),
    ASSIGN("认领或放回", "Take or give back"),
    ACCEPT_LINE(
            "差额已知，就这样不动。不付也不收回，不再计入风险金额。",
            "The difference is known and stays. Nothing is paid or taken back; it is no longer at risk."),
    REJECT_LINE(
            "不认可商户的申报，以我方为准。不付也不收回。",
            "The vendor's claim is refused and our figure stands. Nothing is paid or taken back."),
    ADJUST_LINE(
            "向商户的数字调整。您只是申请，另一位主管复核同意后才记账。",
            "Towards the vendor's figure. You only ask; it is in the journal once another supervisor approves."),
    LINK_LINE(
            "说明商户多报的这一行和我方的那一笔是同一件事。仍有差额的，下次比对另成差错。",
            "Says that the row and the tap are the same. What still differs"
                    + " becomes a break of its own with the next comparison."),
    REOPEN_LINE("重新待处理。人工或规则作的关联同时解除。", "It is open again. A link made by hand or rule is undone."),
    COMMENT_LINE("写入经过，不改变状态。", "It is written into the timeline; nothing else changes."),
    ASSIGN_LINE("认领后别人看得到是您在办。", "Others see that you work on it."),
    ASSIGNEE("由谁经办", "Who works on it"),
    ME("我来办", "I do"),
    NOBODY("放回，没有人办", "Nobody, give it back"),
    FEN("调账金额（元）", "Adjustment (yuan)"),
    FEN_MORE("付给商户，不超过 %s。少于差额的，余下部分仍待处理。", "To the vendor, at most %s. What a smaller amount leaves stays open."),
    FEN_LESS(
            "从商户收回，不超过 %s。少于差额的，余下部分仍待处理。",
            "Taken back from the vendor, at most %s. What a smaller amount leaves stays open."),
    FEN_WRONG("金额应为元，最多两位小数。", "Write the amount in yuan, with up to two decimals."),
    PAYERLESS(
            "这张卡没有可查的户籍区，不知道由谁付款，不能调账。确应付的，请商户改正卡号后重报；否则驳回。",
            "No district is known for this card, so nobody knows who would pay and it cannot be adjusted. If it is"
                    + " really owed, have the vendor state the right card; else reject it."),
    WHICH_TAP("这一条的刷卡", "Its tap"),
    TAP_NAMED("%s · 卡 %s · 终端 %s · 流水号 %s · %s", "%s · card %s · terminal %s · number %s · %s"),
    OTHER("与哪一条关联", "Which one it belongs to"),
    OTHER_NONE("没有可以关联的差错", "There is nothing to link it with"),
    OTHER_NONE_LINE("同一商户、同一业务没有相对的待处理差错。", "The vendor has no open break on the other side for this service."),
    OTHER_MISSING("请选择一条。", "Choose one."),
    OTHER_CHOICE("差错 %s · %s · 卡 %s · 终端 %s · 流水号 %s · %s", "Break %s · %s · card %s · terminal %s · number %s · %s"),
    ACCEPTED_SAID("差错 %s 已接受。", "Break %s is accepted."),
    REJECTED_SAID("差错 %s 已驳回。", "Break %s is rejected."),
    ADJUST_SAID("差错 %s 的调账已提交，等待另一位主管复核。", "The adjustment of break %s is asked for; another supervisor decides."),
    LINKED_SAID("差错 %s 已关联。", "Break %s is linked."),
    REOPENED_SAID("差错 %s 已重新打开。", "Break %s is open again."),
    COMMENTED_SAID("差错 %s 已备注。", "The comment on break %s is written."),
    ASSIGNED_SAID("差错 %s 的经办人已更新。", "Whoever works on break %s is noted."),
    OPENED_STEP("比对发现", "Found by a comparison"),
    CHANGED_STEP("比对有变化", "Changed by a comparison"),
    AGED_STEP("超过约定的工作日", "The days agreed are over"),
    HEALED_STEP("自动消除", "Healed"),
    REOPENED_STEP("原因再现，重新打开", "Its cause came back: open again"),
    REOPENED_ROUND_STEP("原因已不在，调账待冲回，重新打开", "Its cause went, the adjustment is to be turned round: open again"),
    REOPENED_MONEY_STEP("处理之后金额有变化，重新打开", "Its money changed since it was resolved: open again"),
    REOPENED_UNLINKED_STEP("关联不再成立，重新打开", "What was linked belongs together no longer: open again"),
    RULE_NO("规则 %s", "Rule %s"),
    ROUND_MORE(
            "差错的原因已不在，但此前已调账付给商户 %s。请申请调账，把它收回。",
            "Its cause went, and %s was adjusted to the vendor. Ask for an adjustment that takes it back."),
    ROUND_LESS(
            "差错的原因已不在，但此前已调账从商户收回 %s。请申请调账，把它还给商户。",
            "Its cause went, and %s was taken back from the vendor. Ask for an adjustment that gives it back."),
    KIND_WAS("原为 %s", "was: %s"),
    RULE_STEP("按规则处理", "Resolved by rule"),
    ASKED_STEP("申请调账", "Adjustment asked for"),
    ADJUSTED_STEP("调账已复核", "Adjustment approved"),
    WITHDRAWN_STEP("申请人撤回调账", "Adjustment taken back"),
    DECLINED_STEP("调账未同意", "Adjustment refused");

    private final String zh;
    private final String en;

    BreakText(String zh, String en) {
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
