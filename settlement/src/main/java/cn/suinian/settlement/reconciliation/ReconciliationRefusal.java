package cn.suinian.settlement.reconciliation;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;

/** Why a comparison, a rule or an excuse is not done. */
public enum ReconciliationRefusal implements Refusal {
    CUT_OFF(
            "处理时系统中断，没有完成。请重新上传或重新比对；已导入的文件会被认出，不会重复。",
            "It was cut off on our side and did not finish. Send the file or compare again; a file that was taken in is"
                    + " known."),
    NOT_ALLOWED("您没有此项权限，请联系主管。", "You may not do this. Ask a supervisor."),
    CITY_ONLY("对账和付款涉及全市，由市级人员办理。", "Reconciliation and payment are of the whole city. Staff of the city do this."),
    NO_SUCH_VENDOR("没有找到该商户。", "There is no such vendor."),
    NOTHING_TO_COMPARE(
            "该商户当日没有可用的对账单，请先导入或接受。",
            "The vendor has no statement of that day that counts. Take one in, or accept it."),
    DAY_NOT_CLEARED("该营业日还没有清算，请清算后再对账。", "The business day is not cleared yet. Reconcile it afterwards."),
    NOT_A_PERSON("须由工作人员本人办理。", "A member of staff must do this."),
    REASON_MISSING("请填写原因，不超过 200 字，不换行。", "Give a reason of at most 200 characters, on one line."),
    STATEMENT_THERE("该商户当日已有对账单，请先处理对账单。", "There is a statement of the vendor for that day. Deal with it first."),
    EXCUSED_ALREADY("该商户当日已免对账单。", "The vendor is excused for that day already."),
    STILL_EXPECTED(
            "待商户申报的差错自动消除或转为商户漏报，不需要规则。",
            "What is expected heals, or becomes missing at vendor, by itself. There is no rule for it."),
    LIMITS_WRONG("限额不能为负，每日限额不能低于单笔限额。", "Limits are not below zero, and a day's is not below one break's."),
    LIMITS_TOO_HIGH(
            "规则的上限：单笔 100 元，同一商户同一营业日 1,000 元。超过的由人工处理。",
            "A rule says at most 100 yuan for one break and 1,000 yuan for a vendor's day. People look at more."),
    NO_SUCH_RULE("没有找到该规则，或已停用。", "There is no such rule, or it has ended.");

    private final String zh;
    private final String en;

    ReconciliationRefusal(String zh, String en) {
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
