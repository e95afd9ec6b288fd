package cn.suinian.gateway.console.day.board;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActs;
import java.util.EnumSet;
import java.util.Set;

/** What staff can do to a business day, each on a page that asks once more. */
enum DayStep {
    CLOSE("close", Permission.DAY_APPROVE, EnumSet.of(State.OPEN, State.CUT), false, StepText.CLOSE),
    RECONCILE("reconcile", Permission.RECONCILE_ACT, EnumSet.of(State.CLEARED), false, StepText.RECONCILE),
    ASK_APPROVAL("approve", Permission.RECONCILE_ACT, EnumSet.of(State.RECONCILED), true, StepText.ASK_APPROVAL),
    PAID("paid", Permission.PAYOUT_APPROVE, EnumSet.of(State.APPROVED), false, StepText.PAID),
    SEAL("seal-now", Permission.DAY_APPROVE, EnumSet.of(State.PAID), false, StepText.SEAL),
    PUBLISH("publish", Permission.DAY_APPROVE, EnumSet.of(State.SEALED), false, StepText.PUBLISH),
    ASK_REOPENING(
            "reopen",
            Permission.RECONCILE_ACT,
            EnumSet.of(State.RECONCILED, State.APPROVED),
            true,
            StepText.ASK_REOPENING);

    private final String path;
    private final Permission permission;
    private final boolean reasoned;
    private final StepText text;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<State> from;

    DayStep(String path, Permission permission, Set<State> from, boolean reasoned, StepText text) {
        this.path = path;
        this.permission = permission;
        this.from = from;
        this.reasoned = reasoned;
        this.text = text;
    }

    /** The end of its address. */
    String path() {
        return path;
    }

    Permission permission() {
        return permission;
    }

    /** Whether a day in this state may be led to it. */
    boolean isFrom(State state) {
        return from.contains(state);
    }

    /** The kind of request that it makes; empty: it is done at once. */
    String request() {
        return switch (this) {
            case ASK_APPROVAL -> DayActs.APPROVE;
            case ASK_REOPENING -> DayActs.REOPEN;
            case CLOSE, RECONCILE, PAID, SEAL, PUBLISH -> "";
        };
    }

    /** Whether somebody has to say why, for whoever decides. */
    boolean reasoned() {
        return reasoned;
    }

    /** Whether it takes something back. */
    boolean grave() {
        return this == ASK_REOPENING;
    }

    /** The button that leads to it and does it. */
    String label(Language language) {
        return text.label(language);
    }

    /** What its page asks. */
    String question(Language language, Object day) {
        return text.question(language, day);
    }

    /** What happens then. */
    Phrase consequence() {
        return text;
    }

    /** What the next page says. */
    String done(Language language) {
        return text.done(language);
    }
}
