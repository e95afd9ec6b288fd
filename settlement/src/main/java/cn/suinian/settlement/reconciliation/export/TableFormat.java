package cn.suinian.settlement.reconciliation.export;

/** Which kind of file a table becomes. */
public enum TableFormat {
    /** Comma-separated, UTF-8. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** A workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What its file's name ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /** A file of this kind, whose sheet is called so. */
    public TableFile named(String sheet) {
        return new TableFile(this, sheet);
    }
}
