package cn.suinian.core.staff;

import static cn.suinian.core.staff.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody's work is. Nobody has permissions of their own beside those of their roles. */
public enum Role {
    /** At a bank branch or community desk: registers, issues, stops, replaces. */
    COUNTER_CLERK(
            "窗口经办员",
            "Counter clerk",
            EnumSet.of(
                    HOLDER_SEARCH,
                    HOLDER_VIEW,
                    PERSONAL_DATA_SHOW,
                    HOLDER_REGISTER,
                    HOLDER_CORRECT,
                    HOLDER_LIFE_EVENT,
                    CARD_ISSUE,
                    CARD_REPORT_LOST,
                    CARD_REPLACE,
                    CARD_RENEW,
                    TAP_VIEW)),
    /** Answers for a counter: also cancels cards, keeps the stock and gives the second signature. */
    COUNTER_SUPERVISOR(
            "窗口主管",
            "Counter supervisor",
            EnumSet.of(
                    TODAY_VIEW,
                    HOLDER_SEARCH,
                    HOLDER_VIEW,
                    PERSONAL_DATA_SHOW,
                    HOLDER_REGISTER,
                    HOLDER_CORRECT,
                    HOLDER_LIFE_EVENT,
                    HOLDER_LIFE_EVENT_APPROVE,
                    CARD_ISSUE,
                    CARD_REPORT_LOST,
                    CARD_REPLACE,
                    CARD_CANCEL,
                    CARD_RENEW,
                    CARD_STOCK,
                    TERMINAL_VIEW,
                    TAP_VIEW)),
    /** Finds out why a vendor's figure differs, and prepares what is paid. */
    SETTLEMENT_CLERK(
            "结算经办员",
            "Settlement clerk",
            EnumSet.of(
                    TODAY_VIEW,
                    TAP_VIEW,
                    FLAG_VIEW,
                    TERMINAL_VIEW,
                    RECONCILE_VIEW,
                    RECONCILE_ACT,
                    LENS_VIEW,
                    LENS_HOLD,
                    PAYOUT_VIEW,
                    PAYOUT_PREPARE,
                    ALLOWANCE_VIEW,
                    ALLOWANCE_PREPARE,
                    DAY_VIEW)),
    /** Also answers for what is paid: gives the second signature. */
    SETTLEMENT_SUPERVISOR(
            "结算主管",
            "Settlement supervisor",
            EnumSet.of(
                    TODAY_VIEW,
                    TAP_VIEW,
                    FLAG_VIEW,
                    TERMINAL_VIEW,
                    RECONCILE_VIEW,
                    RECONCILE_ACT,
                    RECONCILE_APPROVE,
                    LENS_VIEW,
                    LENS_HOLD,
                    LENS_RELEASE,
                    PAYOUT_VIEW,
                    PAYOUT_PREPARE,
                    PAYOUT_APPROVE,
                    ALLOWANCE_VIEW,
                    ALLOWANCE_PREPARE,
                    ALLOWANCE_APPROVE,
                    DAY_VIEW,
                    DAY_APPROVE)),
    /** Reads everything but personal data in full, and changes nothing. */
    AUDITOR(
            "审计员",
            "Auditor",
            EnumSet.of(
                    TODAY_VIEW,
                    TAP_VIEW,
                    FLAG_VIEW,
                    HOLDER_SEARCH,
                    HOLDER_VIEW,
                    TERMINAL_VIEW,
                    RECONCILE_VIEW,
                    LENS_VIEW,
                    PAYOUT_VIEW,
                    ALLOWANCE_VIEW,
                    DAY_VIEW,
                    AUDIT_VIEW)),
    /** Keeps staff, terminals and vendors; sees no holder. */
    ADMINISTRATOR(
            "系统管理员", "Administrator", EnumSet.of(TODAY_VIEW, TERMINAL_VIEW, TERMINAL_MANAGE, STAFF_MANAGE, CARD_STOCK));

    private final String zh;
    private final String en;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of constants
    private final Set<Permission> permissions;

    Role(String zh, String en, Set<Permission> permissions) {
        this.zh = zh;
        this.en = en;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** Whether one account may have all of these: whoever keeps staff, or audits, does nothing else. */
    public static boolean together(Set<Role> roles) {
        return roles.size() < 2 || (!roles.contains(ADMINISTRATOR) && !roles.contains(AUDITOR));
    }

    /** Its name in Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** Its name in English. */
    public String en() {
        return en;
    }

    /** All that it may do. */
    public Set<Permission> permissions() {
        return permissions;
    }
}
