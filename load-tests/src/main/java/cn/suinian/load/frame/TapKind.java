package cn.suinian.load.frame;

/** What a tap is for; the code is the byte that goes into the TAC. */
public enum TapKind {
    TRANSIT(1),
    MEAL(2),
    ALLOWANCE(3),
    VENUE(4),
    VOUCHER(5);

    private final int code;

    TapKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
