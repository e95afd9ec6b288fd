package cn.suinian.gateway.console.page;

/** Who did something that settlement did by itself, in words; the account of a member of staff stays as it is. */
public enum DoneBy implements Phrase {
    CLOSE_COMMAND("日终命令（进程 %s）", "The close command (process %s)"),
    CONSOLE("管理台（进程 %s）", "The console (process %s)"),
    PROCESS("系统（进程 %s）", "The house (process %s)"),
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

    /** The words for what is stored: "close command, process 12", "process 12, settlement", "job age-breaks". */
    public static String of(String stored, Language language) {
        if (stored.startsWith(COMMAND)) {
            return CLOSE_COMMAND.in(language, stored.substring(COMMAND.length()));
        }
        if (stored.startsWith(NUMBERED)) {
            String[] parts = stored.substring(NUMBERED.length()).split(", ", 2);
            boolean console = parts.length > 1 && parts[1].equals("console");
            return (console ? CONSOLE : PROCESS).in(language, parts[0]);
        }
        return stored.equals("set-up") || stored.startsWith("job ") ? HOUSE.in(language) : stored;
    }
}
