package cn.suinian.settlement.reconciliation.policy;

/** How a vendor's statement and our taps differ; the names are stored. */
public enum BreakKind {
    EXPECTED("待商户申报", "Expected", "我方有此笔，商户还没有申报。", "We have the tap, and the vendor has not stated it yet."),
    MISSING_AT_VENDOR(
            "商户漏报", "Missing at vendor", "超过约定的工作日，商户仍没有申报。", "The vendor has not stated it in the days agreed."),
    MISSING_HERE("我方无记录", "Missing here", "商户申报了，我方没有此笔。", "The vendor states a tap that we do not have."),
    AMOUNT_OVER("商户多报", "Amount over", "商户申报的金额高于我方。", "The vendor states more than we have."),
    AMOUNT_UNDER("商户少报", "Amount under", "商户申报的金额低于我方。", "The vendor states less than we have."),
    DUPLICATE("重复且不符", "Duplicate", "同一笔申报了两次，内容不同。", "One tap is stated twice, and not alike."),
    LATE("迟报", "Late", "申报在我方清算之后的营业日。", "It is stated for a later business day than it was cleared in."),
    DECLINED_HERE("我方已拒绝", "Declined here", "我方拒绝了此笔，商户仍申报。", "The vendor bills a tap that was declined."),
    REVERSED_HERE("我方已冲正", "Reversed here", "此笔已冲正，商户仍申报。", "The vendor bills a tap that was taken back."),
    PARTIALLY_MATCHED("部分相符", "Partially matched", "几笔合起来仍有差额。", "Several belong together and still differ.");

    private final String nameZh;
    private final String nameEn;
    private final String zh;
    private final String en;

    BreakKind(String nameZh, String nameEn, String zh, String en) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it heals or ages by itself, so that nothing is decided about it before. */
    public boolean isAwaited() {
        return this == EXPECTED;
    }

    /** Its name in Chinese. */
    public String nameZh() {
        return nameZh;
    }

    /** Its name in English. */
    public String nameEn() {
        return nameEn;
    }

    /** What it means, in Chinese. */
    public String zh() {
        return zh;
    }

    /** What it means, in English. */
    public String en() {
        return en;
    }
}
