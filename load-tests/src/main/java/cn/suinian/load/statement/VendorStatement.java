package cn.suinian.load.statement;

import java.time.LocalDate;

/**
 * A file that a vendor sends.
 *
 * @param day the business day
 * @param rows that can be read, repeated ones too
 * @param badRows that cannot
 * @param repeatedRows that say the same as an earlier one, word for word
 * @param amountFen of the rows that can be read
 * @param held whether its trailer says something else than its rows, so that somebody has to look first
 */
@SuppressWarnings("ArrayRecordComponent") // written once and sent once
public record VendorStatement(
        String vendor,
        LocalDate day,
        Form form,
        byte[] content,
        int rows,
        int badRows,
        int repeatedRows,
        long amountFen,
        boolean held) {

    /** What it is called. */
    public String fileName() {
        String end =
                switch (form) {
                    case CSV_UTF_8, CSV_GB18030 -> ".csv";
                    case JSON_LINES -> ".jsonl";
                    case CLEARING_RECORD -> ".dat";
                };
        return vendor + "-" + day + end;
    }
}
