package cn.suinian.gateway.console.day.line;

import cn.suinian.settlement.businessday.DayReport;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.LineCells;
import cn.suinian.settlement.clearing.TrialBalance;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.csv.CsvRow.Yuan;
import java.io.IOException;
import java.time.LocalDate;

/** Lines and accounts as CSV. Amounts are yuan; what begins like a formula is harmless. */
final class LineCsv {

    private LineCsv() {}

    static void write(DayReport report, LineFilter filter, Appendable out) throws IOException {
        out.append(CsvRow.BYTE_ORDER_MARK).append(CsvRow.of(LineCells.names("应付 payable")));
        LocalDate day = report.businessDay().day();
        for (ClearingLine line : report.lines()) {
            if (filter.fits(line)) {
                out.append(row(day, false, line));
            }
        }
        for (ClearingLine line : report.reversals()) {
            if (filter.fits(line)) {
                out.append(row(day, true, line));
            }
        }
    }

    private static String row(LocalDate day, boolean reversal, ClearingLine line) {
        return CsvRow.of(LineCells.inWords(day, reversal, line, new Yuan(LineRow.owed(line.sums()))));
    }

    static void write(TrialBalance balance, AccountWords words, Appendable out) throws IOException {
        out.append(CsvRow.BYTE_ORDER_MARK)
                .append(CsvRow.of("账户 account", "借方 debit", "贷方 credit", "余额 balance", "名称 name"));
        for (TrialBalance.Account account : balance.accounts()) {
            out.append(CsvRow.of(
                    account.name(),
                    new Yuan(account.debitFen()),
                    new Yuan(account.creditFen()),
                    new Yuan(account.debitFen() - account.creditFen()),
                    words.of(account.name())));
        }
        out.append(CsvRow.of(
                "合计 TOTAL",
                new Yuan(balance.debitFen()),
                new Yuan(balance.creditFen()),
                new Yuan(balance.debitFen() - balance.creditFen()),
                null));
    }
}
