package cn.suinian.core.authorization.decision;

/** Which way a transit tap went. The code is what the database carries. */
public enum Direction {
    ENTRY(1),
    EXIT(2),
    BOARD(3);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    /** 1 to 3. */
    public int code() {
        return code;
    }

    /**
     * The constant of a stored number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Direction ofCode(int code) {
        for (Direction each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no direction has the code " + code);
    }
}
