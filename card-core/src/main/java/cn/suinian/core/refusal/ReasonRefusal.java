package cn.suinian.core.refusal;

/** What is wrong with a reason, whatever it was given for. */
public enum ReasonRefusal implements Refusal {
    REASON_HOLDS_NUMBER(
            "原因永久保存，请勿填写证件、电话、卡或账号号码（连续 8 位及以上数字）。",
            "A reason is kept for good: leave out numbers of documents, phones, cards and accounts (8 digits or"
                    + " more).");

    private final String zh;
    private final String en;

    ReasonRefusal(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** A text that is kept in clear. */
    public static String withoutNumbers(String text, String field) {
        if (PersonalNumber.in(text)) {
            throw new RefusedException(REASON_HOLDS_NUMBER, field);
        }
        return text;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
