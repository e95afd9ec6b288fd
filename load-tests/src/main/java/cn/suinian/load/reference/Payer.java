package cn.suinian.load.reference;

/** Who pays a subsidy; the code is the one the tap table stores. */
public enum Payer {
    CITY(1),
    FUTIAN(2),
    LUOHU(3),
    NANSHAN(4),
    YANTIAN(5),
    BAOAN(6),
    LONGGANG(7),
    LONGHUA(8),
    PINGSHAN(9),
    GUANGMING(10),
    DAPENG(11);

    private final int code;

    Payer(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
