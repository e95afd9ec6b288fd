package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;

/** Why an act on a break is not done. */
public enum BreakRefusal implements Refusal {
    NOT_ALLOWED("您没有此项权限，请联系主管。", "You may not do this. Ask a supervisor."),
    CITY_ONLY("对账和付款涉及全市，由市级人员办理。", "Reconciliation and payment are of the whole city. Staff of the city do this."),
    NOT_A_PERSON("须由工作人员本人办理。", "A member of staff must do this."),
    OTHER_PAYER("该差错不由您所在的区负担，或者还不知道由谁负担。", "Another payer would pay this break, or nobody knows which."),
    NO_SUCH_BREAK("没有找到该差错。", "There is no such break."),
    CHANGED_MEANWHILE("该差错已被他人或对账更新，请刷新后再办。", "Somebody or a run changed the break meanwhile. Look at it again."),
    NOT_OPEN("该差错已处理，如需更改请先重开。", "The break is resolved. Open it again first."),
    STILL_EXPECTED(
            "还在等商户申报：报来自动消除，超过约定的工作日转为商户漏报，那时再处理。现在可以备注或认领。",
            "The vendor still has time to state it: it heals, or becomes missing at vendor and is then worked on."
                    + " Until then, comment on it or take it."),
    NOT_RESOLVED("该差错没有处理，无需重开。", "The break is not resolved, so it cannot be opened again."),
    ALREADY_ADJUSTED(
            "已调账的差错不能重开，调账须再次调账冲回。", "An adjusted break is not opened again; a run does it when its money changes."),
    TURN_ROUND_FIRST(
            "其中有调账待冲回的差错，请先单独处理：打开它，申请调账把调过的金额调回。",
            "An adjustment among them is to be turned round. Open that break first and ask for its money to go back."),
    ADJUSTED_IN_PART(
            "已部分调账的差错不能关联，请先把调过的金额调回。",
            "A break of which a part was adjusted is not linked. Have that part adjusted back first."),
    REASON_MISSING("请填写原因，不超过 200 字，不换行。", "Give a reason of at most 200 characters, on one line."),
    NOTHING_TO_ADJUST("双方应付金额相同，没有可调的差额。", "Both sides owe the same, so there is nothing to adjust."),
    RECOVERED(
            "这笔刷卡的款项已按提示追回，不能再调账收回。",
            "Money of this tap was taken back for a flag already; less than the difference is left to adjust."),
    ADJUSTMENT_TOO_LARGE("调账金额须在差额以内，方向相同。", "An adjustment is at most the difference, and in its direction."),
    PAYER_UNKNOWN("不知道由谁付款，不能调账，请接受或驳回。", "Nobody knows who would pay, so it cannot be adjusted. Accept or reject it."),
    STATE_MOVED("申请后差错有变化，请退回申请，重新核对。", "The break changed since this was asked for. Decline it and look again."),
    VENDOR_BUSY("该商户正在对账或导入对账单，请稍后再办。", "The vendor is being compared, or a statement of it taken in. Try again soon."),
    COUNT_DIFFERS("符合条件的差错数量已变化，请重新确认。", "More or fewer breaks fit the filter than you confirmed. Look again."),
    TOO_MANY("一次最多处理 5,000 条，请缩小范围。", "At most 5,000 breaks at once. Narrow the filter."),
    NOTHING_TICKED("请先勾选要处理的差错。", "Tick the breaks first."),
    CANNOT_LINK(
            "只能关联一条商户多报的和一条商户未报的，且商户、业务相同。",
            "One that we lack and one that the vendor lacks, of one vendor and service, can be linked."),
    ATTACHMENT_TYPE("附件应为 PDF、PNG 或 JPEG。", "An attachment is a PDF, PNG or JPEG."),
    ATTACHMENT_TOO_LARGE("附件不能超过 2 MiB。", "An attachment has at most 2 MiB."),
    NO_SUCH_ATTACHMENT("没有找到该附件。", "There is no such attachment."),
    NO_SUCH_STAFF("没有找到该工作人员。", "There is no such member of staff."),
    FILTER_NAME("请填写筛选名称，不超过 40 字。", "Give the filter a name of at most 40 characters."),
    TOO_MANY_FILTERS("每人最多保存 50 个筛选，请删去不用的。", "At most 50 saved filters for each person. Delete some.");

    private final String zh;
    private final String en;

    BreakRefusal(String zh, String en) {
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

    /** Refuses whoever may not look. */
    static void see(Actor actor) {
        actor.require(Permission.RECONCILE_VIEW, NOT_ALLOWED);
    }

    /** Refuses whoever may not, and staff of a district: a vendor's claim is against several payers at once. */
    static void permit(Actor actor, Permission permission) {
        actor.requireForCity(permission, NOT_ALLOWED, CITY_ONLY);
    }
}
