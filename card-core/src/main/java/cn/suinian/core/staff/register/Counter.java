package cn.suinian.core.staff.register;

import cn.suinian.core.holder.District;

/** Where cards are issued. */
public record Counter(int counterId, String name, District district, Kind kind) {

    /** What kind of place it is. */
    public enum Kind {
        BANK_BRANCH,
        COMMUNITY_DESK
    }
}
