package cn.suinian.settlement.allowance.policy;

/** Why a month is not paid, in order of precedence; the names are stored. */
public enum NotDue {
    /** Not of an age that has an amount. */
    TOO_YOUNG("未满七十周岁", "under the age of 70"),
    /** Died before the month began. */
    DECEASED("已去世", "deceased"),
    /** No Shenzhen hukou when the month began. */
    NO_HUKOU("户籍已迁出本市", "the hukou is not in the city any more"),
    /** Had not applied by the end of the month. */
    NOT_APPLIED("尚未申请", "not applied for"),
    /** Missed the check of May or November before the month. */
    CHECK_MISSED("未按时办理资格认证", "the identity check was missed");

    private final String zh;
    private final String en;

    NotDue(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** For people, in Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** For people, in English. */
    public String en() {
        return en;
    }
}
