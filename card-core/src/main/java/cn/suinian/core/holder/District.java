package cn.suinian.core.holder;

/**
 * The ten districts of Shenzhen, which are also the payers of what hukou brings. The code is what the database and
 * files carry; it never changes and leaves 1 to the city.
 */
public enum District {
    FUTIAN(2, "福田"),
    LUOHU(3, "罗湖"),
    NANSHAN(4, "南山"),
    YANTIAN(5, "盐田"),
    BAOAN(6, "宝安"),
    LONGGANG(7, "龙岗"),
    LONGHUA(8, "龙华"),
    PINGSHAN(9, "坪山"),
    GUANGMING(10, "光明"),
    DAPENG(11, "大鹏");

    private static final int FIRST_CODE = 2;

    private final int code;
    private final String zh;

    District(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** The number in the database, 2 to 11. */
    public int code() {
        return code;
    }

    /** The name in Chinese. */
    public String zh() {
        return zh;
    }

    /**
     * The district of a database code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static District ofCode(int code) {
        int index = code - FIRST_CODE;
        if (index < 0 || index >= values().length) {
            throw new IllegalArgumentException("no district has the code " + code);
        }
        return values()[index];
    }
}
