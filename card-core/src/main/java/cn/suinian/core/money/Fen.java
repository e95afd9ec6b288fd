package cn.suinian.core.money;

/** Money is a whole number of fen everywhere; this is the one place that writes it for people. */
public final class Fen {

    private Fen() {}

    /** As yuan with two decimals: 150 is {@code 1.50}. */
    public static String yuan(long fen) {
        long whole = Math.abs(fen);
        return (fen < 0 ? "-" : "") + whole / 100 + "." + (whole % 100 < 10 ? "0" : "") + whole % 100;
    }

    /** As people say it: no decimals when there are none, 1500 is {@code 15}, 150 is {@code 1.50}. */
    public static String spoken(long fen) {
        return fen % 100 == 0 ? Long.toString(fen / 100) : yuan(fen);
    }
}
