package cn.suinian.core.staff;

import java.util.EnumSet;
import java.util.Set;

/** One thing that staff may be allowed to do. Every page and every call asks for exactly one. */
public enum Permission {
    /** See today's figures. */
    TODAY_VIEW,
    /** See a tap and how it was decided. */
    TAP_VIEW,
    /** See what the risk scan flagged. */
    FLAG_VIEW,
    /** Find a holder by document, name, phone or card. */
    HOLDER_SEARCH,
    /** See a holder's page, masked. */
    HOLDER_VIEW,
    /** See personal data in full, with a reason. */
    PERSONAL_DATA_SHOW,
    /** Register a holder, one or a file of them. */
    HOLDER_REGISTER,
    /** Correct what is known of a holder. */
    HOLDER_CORRECT,
    /** Record a death or a move. */
    HOLDER_LIFE_EVENT,
    /** Approve what another one asked for: a wrongly recorded death undone. */
    HOLDER_LIFE_EVENT_APPROVE,
    /** Issue and activate a card. */
    CARD_ISSUE,
    /** Stop a card that was lost, and take that back. */
    CARD_REPORT_LOST,
    /** Replace a lost or damaged card. */
    CARD_REPLACE,
    /** End a card for good. */
    CARD_CANCEL,
    /** Renew a card that is about to expire. */
    CARD_RENEW,
    /** Manage stock, number ranges and personalisation batches. */
    CARD_STOCK,
    /** See terminals and vendors. */
    TERMINAL_VIEW,
    /** Register and suspend terminals and vendors, and hand out their keys. */
    TERMINAL_MANAGE,
    /** See vendors' statements, breaks and what became of them. */
    RECONCILE_VIEW,
    /** Take in statements and work on breaks. */
    RECONCILE_ACT,
    /** Approve what another one asked for: an adjustment, a statement excused. */
    RECONCILE_APPROVE,
    /** See what speaks against paying a vendor: cases, holds, and their evidence. */
    LENS_VIEW,
    /** Hold a vendor's money, say what became of a flag, and ask that a hold be released or money taken back. */
    LENS_HOLD,
    /** Approve what another one asked for: that a hold be released, or money taken back of what is confirmed. */
    LENS_RELEASE,
    /** See payments to vendors. */
    PAYOUT_VIEW,
    /** Prepare payments to vendors. */
    PAYOUT_PREPARE,
    /** Approve payments that another one prepared. */
    PAYOUT_APPROVE,
    /** See runs of the allowance. */
    ALLOWANCE_VIEW,
    /** Prepare a run of the allowance. */
    ALLOWANCE_PREPARE,
    /** Approve a run that another one prepared. */
    ALLOWANCE_APPROVE,
    /** See business days and what holds them up. */
    DAY_VIEW,
    /** Move a business day on, and with another one open it again. */
    DAY_APPROVE,
    /** Manage staff and what programs may sign in. */
    STAFF_MANAGE,
    /** Read and export the audit trail. */
    AUDIT_VIEW;

    private static final Set<Permission> OF_CITY =
            EnumSet.of(RECONCILE_ACT, RECONCILE_APPROVE, LENS_HOLD, LENS_RELEASE, DAY_APPROVE);

    /**
     * Whether every act that it allows is about the money of several payers at once, so that staff of a district can do
     * nothing with it. See {@link Actor#requireForCity}.
     */
    public boolean isOfCity() {
        return OF_CITY.contains(this);
    }
}
