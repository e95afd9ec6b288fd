package cn.suinian.settlement.reconciliation.breaks;

/** How far a break is; the names are stored. */
public enum BreakStatus {
    OPEN("待处理", "Open"),
    ASKED("待复核调账", "Adjustment asked for"),
    HEALED("已自动消除", "Healed"),
    ACCEPTED("已接受", "Accepted"),
    ADJUSTED("已调账", "Adjusted"),
    REJECTED("已驳回", "Rejected"),
    LINKED("已关联", "Linked");

    private final String zh;
    private final String en;

    BreakStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether its money is at risk. */
    public boolean isOpen() {
        return this == OPEN || this == ASKED;
    }
}
