package cn.suinian.settlement.lens.policy;

/** What can be wrong about a vendor's day as a whole; the names are stored. */
public enum FindingKind {
    /** Approved taps when such a place is shut, by the time of the tap. */
    OUTSIDE_HOURS,
    /** More of its meals are subsidised than of like canteens'. */
    SUBSIDISED_SHARE,
    /** Its meals cost payers more a head than those of like canteens. */
    SUBSIDY_PER_HEAD
}
