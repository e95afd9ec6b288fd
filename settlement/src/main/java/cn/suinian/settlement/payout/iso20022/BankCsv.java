package cn.suinian.settlement.payout.iso20022;

import cn.suinian.core.money.Fen;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Party;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Transfer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same orders as a table for banks that take no XML: a header, a row for each order, and a last row with their
 * number and sum. RFC 4180; a name that a spreadsheet would take for a formula gets an apostrophe in front. Account and
 * bank numbers are digits only; open the file as text, for a spreadsheet rounds long numbers.
 */
public final class BankCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final List<String> HEADER =
            List.of("指令编号", "付款账号", "收款户名", "收款账号", "收款行联行号", "收款行名", "金额", "币种", "附言");

    /** How the text is written. */
    public enum Encoding {
        /** With a byte order mark, by which spreadsheets know it. */
        UTF_8(StandardCharsets.UTF_8, "\uFEFF"),
        /** What most banks' desktop programs in China expect (GB 18030). */
        GB18030(Charset.forName("GB18030"), "");

        @SuppressWarnings("ImmutableEnumChecker") // a charset does not change
        private final Charset charset;

        private final String mark;

        Encoding(Charset charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }
    }

    private BankCsv() {}

    /** The whole file. */
    public static byte[] write(CreditTransfers orders, Encoding encoding) {
        StringBuilder text = new StringBuilder(encoding.mark).append(line(HEADER));
        for (Transfer transfer : orders.transfers()) {
            text.append(line(row(orders.debtor(), transfer)));
        }
        String count = Integer.toString(orders.transfers().size());
        text.append(line(List.of("合计", count, "", "", "", "", Fen.yuan(orders.totalFen()), "CNY", "")));
        return text.toString().getBytes(encoding.charset);
    }

    private static List<String> row(Party from, Transfer transfer) {
        Party to = transfer.creditor();
        return List.of(
                transfer.id(),
                from.account(),
                to.name(),
                to.account(),
                to.bankCode(),
                to.bankName(),
                Fen.yuan(transfer.fen()),
                "CNY",
                transfer.text());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(BankCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String text = formula ? "'" + value : value;
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
