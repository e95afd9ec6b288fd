package cn.suinian.settlement.lens.item;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;

/** Why nothing is done about a flag or a hold. */
public enum LensRefusal implements Refusal {
    NOT_PERMITTED("您没有办理此事的权限，请联系系统管理员。", "You may not do this; ask an administrator."),
    CITY_ONLY("提示和暂缓付款涉及全市，由市级人员办理。", "Flags and holds are of the whole city. Staff of the city do this."),
    NOT_A_PERSON("须由工作人员本人办理。", "A member of staff must do this, not a program."),
    REASON_INVALID("请填写原因，1 至 200 字，不含换行。", "Give a reason of 1 to 200 characters on one line."),
    NOTHING_CHOSEN("请至少选择一项提示，最多 500 项。", "Choose one flag or finding at least, and 500 at most."),
    NO_SUCH_ITEM("没有找到所选的提示，请刷新页面。", "There is no such flag or finding; reload the page."),
    CHANGED_MEANWHILE("所选提示刚被他人处理，请刷新后再看一遍。", "Somebody dealt with one of these meanwhile; reload and look again."),
    NOTHING_TO_REOPEN("该提示尚未处理，无需重新打开。", "This has not been settled, so there is nothing to open again."),
    VENDOR_UNKNOWN("没有这个商户，请核对。", "There is no such vendor; check it."),
    DAYS_INVALID(
            "起止营业日须同时填写，且先后顺序正确，最长 366 天。",
            "Give both the first and the last business day, in order, at most 366 days."),
    GROUND_ELSEWHERE("所选提示不属于该商户或不在所选营业日内。", "A chosen flag or finding is not of this vendor or not of these days."),
    ALREADY_HELD("该商户的这段营业日已在暂缓付款中。", "Just these days of the vendor are held already."),
    NO_SUCH_HOLD("没有找到该暂缓付款。", "There is no such hold."),
    ALREADY_RELEASED("该暂缓付款已解除，无需再办。", "This hold has been released already."),
    OWN_HOLD("不能复核解除自己设置的暂缓付款，请另一位主管复核。", "Whoever placed a hold cannot release it. Another supervisor must."),
    GROUNDS_OPEN(
            "暂缓所依据的提示还没有全部处理，请先逐项注明“已说明”或“已证实”。",
            "Not every flag that the hold rests on has been settled: mark each as explained or confirmed first."),
    SEEN_OLD("页面打开后又有新的提示，请刷新后再复核。", "There are newer flags than this page shows: reload and look again."),
    NOT_CONFIRMED("只有“已证实”的提示才能追款，请先核实。", "Money is taken back of what is confirmed only; confirm it first."),
    AMOUNT_WANTED("请填写追款金额，至少一项大于零。", "Give an amount above zero for one payer at least."),
    RECOVERY_TOO_LARGE(
            "追款金额超过了这条提示所指刷卡尚未收回的款项，请核对。", "This is more than is left of the money of the taps concerned; check it."),
    NO_SUCH_RECOVERY("没有找到该追款申请。", "There is no such request to take money back."),
    PAGE_INVALID("每页条数须为 1 至 200。", "A page has 1 to 200 lines.");

    private final String zh;
    private final String en;

    LensRefusal(String zh, String en) {
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

    /** Refuses whoever may not. */
    public static void permit(Actor actor, Permission permission) {
        actor.require(permission, NOT_PERMITTED);
    }

    /** The same for an act, and refuses staff of a district: a hold stops the money of several payers at once. */
    public static void permitCity(Actor actor, Permission permission) {
        actor.requireForCity(permission, NOT_PERMITTED, CITY_ONLY);
    }

    /** The staff number of whoever acts; refused when it is no person. */
    public static long person(Actor actor) {
        Long staffId = actor.staffId();
        if (staffId == null) {
            throw new RefusedException(NOT_A_PERSON);
        }
        return staffId;
    }

    /** Refuses a page that is empty or too long. */
    public static void page(int limit) {
        if (limit < 1 || limit > 200) {
            throw new RefusedException(PAGE_INVALID, "limit");
        }
    }
}
