package cn.suinian.core.terminal;

/** What a terminal may ask for; the code is in the TAC and in the database (docs/protocol.md, "Services"). */
public enum Service {
    TRANSIT(1),
    MEAL(2),
    ALLOWANCE(3),
    VENUE(4),
    VOUCHER(5);

    private final int code;

    Service(int code) {
        this.code = code;
    }

    /** 1 to 5. */
    public int code() {
        return code;
    }

    /** This service's bit in a set of services. */
    public int bit() {
        return 1 << (code - 1);
    }

    /**
     * The service of a code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Service ofCode(int code) {
        if (code < 1 || code > values().length) {
            throw new IllegalArgumentException("no service has the code " + code);
        }
        return values()[code - 1];
    }
}
