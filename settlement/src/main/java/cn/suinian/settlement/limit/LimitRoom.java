package cn.suinian.settlement.limit;

import cn.suinian.core.staff.Permission;

/** Who judges by a limit, and so who may see, ask for and approve another value of it. */
public enum LimitRoom {
    RECONCILIATION(Permission.RECONCILE_VIEW, Permission.RECONCILE_ACT, Permission.RECONCILE_APPROVE),
    PAYOUT(Permission.PAYOUT_VIEW, Permission.PAYOUT_PREPARE, Permission.PAYOUT_APPROVE),
    LENS(Permission.LENS_VIEW, Permission.LENS_HOLD, Permission.LENS_RELEASE);

    private final Permission view;
    private final Permission ask;
    private final Permission approve;

    LimitRoom(Permission view, Permission ask, Permission approve) {
        this.view = view;
        this.ask = ask;
        this.approve = approve;
    }

    public Permission view() {
        return view;
    }

    public Permission ask() {
        return ask;
    }

    public Permission approve() {
        return approve;
    }
}
