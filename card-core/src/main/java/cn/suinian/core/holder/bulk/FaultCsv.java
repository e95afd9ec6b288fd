package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.bulk.sheet.RowProblem;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Why rows were not registered, as a table for a spreadsheet. No word of it is the file's own but the masked number,
 * which has digits, letters and stars only: no cell can be a formula.
 */
final class FaultCsv {
    /** So that spreadsheets read it as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int AT_ONCE = 2_000;

    /** Pages of faults behind a place. */
    interface Pages {
        List<FaultStore.Placed> behind(long rowId, int place, int limit) throws SQLException;
    }

    private FaultCsv() {}

    static void write(Pages pages, Appendable out) throws IOException, SQLException {
        out.append(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord("行号 row", "列 column", "原因", "reason", "证件（已脱敏） document (masked)", "相关 about", "代码 code");
        long rowId = 0;
        int place = -1;
        while (true) {
            List<FaultStore.Placed> page = pages.behind(rowId, place, AT_ONCE);
            for (FaultStore.Placed each : page) {
                Fault fault = each.fault();
                printer.printRecord(
                        fault.rowNo(),
                        fault.column().zh() + " " + fault.column().en(),
                        fault.reason().zh(),
                        fault.reason().en(),
                        fault.shown(),
                        about(fault),
                        fault.reason().name());
            }
            if (page.size() < AT_ONCE) {
                return;
            }
            rowId = page.get(page.size() - 1).rowId();
            place = page.get(page.size() - 1).place();
        }
    }

    private static @Nullable String about(Fault fault) {
        if (fault.about() == null) {
            return null;
        }
        return fault.reason() == RowProblem.ALREADY_REGISTERED
                ? "持卡人 holder " + fault.about()
                : "第 " + fault.about() + " 行 row " + fault.about();
    }
}
