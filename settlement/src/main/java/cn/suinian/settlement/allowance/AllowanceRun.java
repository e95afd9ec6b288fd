package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import java.time.Instant;
import java.time.YearMonth;

/**
 * One month's allowance of one district.
 *
 * @param district who pays
 * @param holders how many are paid
 * @param payableFen what they are paid
 * @param recoveryFen what is claimed back, above zero
 * @param withdrawnFen earlier claims that turned out wrong
 * @param excluded how many are left out though they are old enough
 */
public record AllowanceRun(
        long runNo,
        YearMonth month,
        District district,
        State state,
        int holders,
        long payableFen,
        long recoveryFen,
        long withdrawnFen,
        int excluded,
        Instant listedAt) {

    /** How far it is; the names are stored. */
    public enum State {
        /** The list is made and frozen. */
        LISTED,
        /** The list was made again; this one counts no more. */
        DISCARDED,
        /** One person of the district confirmed it. */
        CONFIRMED,
        /** Another person approved the payment; the books have it. */
        APPROVED,
        /** The payments are ordered. */
        PAY_FILE,
        /** Every payment was paid or returned, and the sums agree. */
        RECONCILED
    }

    /** What this run is called in the books. */
    String reference() {
        return "allowance:" + month + ":" + district.name();
    }

    /** What the bank is told: 深圳市某年某月高龄老人津贴. */
    public String remark() {
        return "深圳市" + month.getYear() + "年" + month.getMonthValue() + "月高龄老人津贴";
    }
}
