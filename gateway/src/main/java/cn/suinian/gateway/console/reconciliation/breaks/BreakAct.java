package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;

/** What can be done with one break, in the order of the page. */
public enum BreakAct {
    ADJUST("adjust", BreakText.ADJUST, BreakText.ADJUST_LINE, BreakText.ADJUST_SAID),
    ACCEPT("accept", BreakText.ACCEPT, BreakText.ACCEPT_LINE, BreakText.ACCEPTED_SAID),
    REJECT("reject", BreakText.REJECT, BreakText.REJECT_LINE, BreakText.REJECTED_SAID),
    LINK("link", BreakText.LINK, BreakText.LINK_LINE, BreakText.LINKED_SAID),
    REOPEN("reopen", BreakText.REOPEN, BreakText.REOPEN_LINE, BreakText.REOPENED_SAID),
    ASSIGN("assign", BreakText.ASSIGN, BreakText.ASSIGN_LINE, BreakText.ASSIGNED_SAID),
    COMMENT("comment", BreakText.COMMENT, BreakText.COMMENT_LINE, BreakText.COMMENTED_SAID);

    private final String path;
    private final BreakText name;
    private final BreakText line;
    private final BreakText said;

    BreakAct(String path, BreakText name, BreakText line, BreakText said) {
        this.path = path;
        this.name = name;
        this.line = line;
        this.said = said;
    }

    /** The end of its address. */
    public String path() {
        return path;
    }

    /** What it is. */
    public BreakText text() {
        return name;
    }

    /** What happens then. */
    public BreakText line() {
        return line;
    }

    /** What is said once it is done. */
    public BreakText said() {
        return said;
    }

    /** Whether the page offers it for a break as it is; the room decides. */
    public boolean fits(Break it) {
        boolean open = it.status() == BreakStatus.OPEN && !it.kind().isAwaited();
        return switch (this) {
            case ADJUST -> open && it.money().difference() != 0 && it.payer().isPresent();
            case ACCEPT, REJECT -> open;
            case LINK -> open && (it.kind() == BreakKind.MISSING_HERE || it.kind() == BreakKind.MISSING_AT_VENDOR);
            case REOPEN -> !it.status().isOpen() && it.status() != BreakStatus.ADJUSTED;
            case ASSIGN, COMMENT -> true;
        };
    }
}
