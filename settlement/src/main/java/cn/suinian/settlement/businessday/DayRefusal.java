package cn.suinian.settlement.businessday;

import cn.suinian.core.refusal.Refusal;

/** Why a business day is not moved on, or back. */
public enum DayRefusal implements Refusal {
    NOT_ALLOWED("您没有办理该步骤的权限。", "You may not do this step."),
    CITY_ONLY(
            "营业日涉及全市，由市级人员办理；区级人员可以查看。",
            "A business day is of the whole city: its staff move it, a district's may look."),
    NO_SUCH_DAY("没有该营业日。", "There is no such business day."),
    NOT_OVER("该营业日尚未结束，次日起才能日终。", "The day is not over. It can be closed from tomorrow on."),
    CLOSED_ALREADY("该营业日已经清分，无需再办。", "The day is cleared already. There is nothing to do."),
    NOT_THERE_YET("该营业日尚未完成前一步骤，请先完成前一步骤。", "The day has not made the step before this one. Make that step first."),
    EARLIER_DAY_FIRST("更早的营业日尚未完成该步骤，请按日期顺序办理。", "An earlier day has not made this step. Go by the order of days."),
    LATER_DAY_FIRST("之后的营业日已对账，请先将其退回。", "A later day is reconciled already. Re-open that one first."),
    BLOCKED("该营业日仍有未处理事项，请先处理。", "Something still blocks the day. See what does, and settle that first."),
    PAID_ALREADY(
            "该营业日已付款，不能退回；差错请在当前营业日调整。",
            "The day is paid and stays so. Correct mistakes by adjustments in the open day."),
    PARTLY_PAID(
            "这一天已有款项交给银行，不能退回；差错请在当前营业日调整。",
            "Some of the day's money went to the bank, so it stays. Correct mistakes by adjustments in the open day."),
    NOT_RECONCILED("该营业日未对账，无需退回。", "The day is not reconciled: there is nothing to re-open."),
    MOVED_MEANWHILE("申请提出后该营业日已变动，请重新申请。", "The day has moved since this was asked for. Ask again."),
    DAY_BUSY("另一节点正在办理营业日步骤，请稍后再试。", "Another node is working on a business day. Try again in a moment."),
    REASON_NEEDED("请填写原因（1至200字，一行）。", "Give a reason of one line, 1 to 200 characters.");

    private final String zh;
    private final String en;

    DayRefusal(String zh, String en) {
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
