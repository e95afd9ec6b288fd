package cn.suinian.core.holder.bulk.sheet;

/** What a file turned out to be, whatever it is called. The names are kept in the database. */
public enum SheetFormat {
    CSV_UTF8("CSV（UTF-8）", "CSV (UTF-8)"),
    CSV_GB18030("CSV（GB18030）", "CSV (GB18030)"),
    XLSX("XLSX", "XLSX");

    private final String zh;
    private final String en;

    SheetFormat(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What it is called in Simplified Chinese. */
    public String zh() {
        return zh;
    }

    /** What it is called in English. */
    public String en() {
        return en;
    }
}
