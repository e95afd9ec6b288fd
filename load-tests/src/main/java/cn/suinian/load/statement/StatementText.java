package cn.suinian.load.statement;

import java.time.LocalDate;

/** A statement while it is written, line by line. */
final class StatementText {
    private final String vendor;
    private final LocalDate day;
    private final Form form;
    private final StringBuilder text;
    private int rows;
    private int badRows;
    private int repeated;
    private long amountFen;
    private long subsidyFen;
    private long trailerErrorFen;

    StatementText(String vendor, LocalDate day, Form form) {
        this.vendor = vendor;
        this.day = day;
        this.form = form;
        this.text = new StringBuilder(form.header(vendor, day));
    }

    void add(StatedRow row) {
        text.append(form.row(row));
        rows++;
        amountFen += row.amountFen();
        subsidyFen += row.subsidyFen();
    }

    /** The same row once more, word for word. */
    void repeat(StatedRow row) {
        add(row);
        repeated++;
    }

    /** A row that cannot be read because of one of its cells. */
    void spoil(StatedRow row, int cell, String value) {
        text.append(form.spoilt(row, cell, value));
        badRows++;
    }

    /** The trailer will say so much more than the rows. */
    void misstateTrailer(long fen) {
        trailerErrorFen = fen;
    }

    VendorStatement end() {
        String trailer = form.trailer((long) rows + badRows, amountFen + trailerErrorFen, subsidyFen);
        return new VendorStatement(
                vendor,
                day,
                form,
                form.bytes(text + trailer),
                rows,
                badRows,
                repeated,
                amountFen,
                trailerErrorFen != 0);
    }
}
