package cn.suinian.load.frame;

/** Which way a transit tap goes; required for TRANSIT. The code is the one the tap table stores. */
public enum Direction {
    ENTRY(1),
    EXIT(2),
    BOARD(3);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
