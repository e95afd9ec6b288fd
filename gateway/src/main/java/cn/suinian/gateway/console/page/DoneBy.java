package cn.suinian.gateway.console.page;

/** Who did something that settlement did by itself, in words; the account of a member of staff stays as it is. */
public enum DoneBy implements Phrase {
    CLOSE_COMMAND("日终命令", "The close command"),
    CONSOLE("管理台", "The console"),
    RECONCILIATION("系统（自动对账）", "The house (reconciling)"),
    HOUSE("系统", "The house");

    private static final String COMMAND = "close command, process ";
    private static final String NUMBERED = "process ";

    private final String zh;
    private final String en;

    DoneBy(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /**
     * The words for what is stored: "close command, process 12", "process 12, settlement", "job age-breaks". Numbers of
     * processes mean nothing to staff; the log has them.
     */
    public static String of(String stored, Language language) {
        if (stored.startsWith(COMMAND)) {
            return CLOSE_COMMAND.in(language);
        }
        if (stored.startsWith(NUMBERED)) {
            return (stored.endsWith(", console") ? CONSOLE : HOUSE).in(language);
        }
        if (stored.equals("reconciliation")) {
            return RECONCILIATION.in(language);
        }
        return stored.equals("set-up") || stored.startsWith("job ") ? HOUSE.in(language) : stored;
    }
}
