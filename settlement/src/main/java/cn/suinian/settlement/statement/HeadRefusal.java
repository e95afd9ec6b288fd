package cn.suinian.settlement.statement;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.statement.format.NotAStatementException;
import cn.suinian.settlement.statement.format.NotAStatementException.Found;
import cn.suinian.settlement.statement.format.ShownText;
import cn.suinian.settlement.statement.format.StatementFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the head of a file is refused, with what stood there: whoever sent it sees what to change.
 *
 * @param plain what is wrong; its name is this one's
 * @param zh that and what stood there
 */
record HeadRefusal(StatementRefusal plain, String zh, String en) implements Refusal {
    private static final int SHOWN = 100;

    @Override
    public String name() {
        return plain.name();
    }

    /** The file is no statement of the format. */
    static RefusedException of(NotAStatementException wrong) {
        StatementRefusal plain = StatementRefusal.of(wrong.why());
        Found found = wrong.found();
        if (found == null) {
            return new RefusedException(plain, "file");
        }
        boolean names = !found.missing().isEmpty() || !found.twice().isEmpty();
        StatementFormat format = found.expected().format();
        String charset = found.expected().charset().name();
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        list(zh, "缺少：", found.missing(), "、", "。");
        list(en, " Missing: ", found.missing(), ", ", ".");
        list(zh, "同名：", found.twice(), "、", "。");
        list(en, " Named twice: ", found.twice(), ", ", ".");
        zh.append("应为 " + zh(format) + "，编码 " + charset);
        en.append(" It should be " + en(format) + " in " + charset);
        zh.append(names ? "。读到的列名行：" : "，首行如 " + first(format) + " 。读到的首行：");
        en.append(
                names
                        ? ". The line of names, as read: "
                        : " that begin as " + first(format) + " ; first line, as read: ");
        zh.append(line(found.line(), "没有") + "。");
        en.append(line(found.line(), "there is none") + ".");
        StatementFormat other = names ? null : found.looksLike();
        if (found.isWorkbook()) {
            zh.append("这是工作簿（XLSX）或压缩文件，请另存为文本文件。");
            en.append(" It is a workbook (XLSX) or an archive: save it as text.");
        } else if (other != null) {
            zh.append("它像 " + zh(other) + " 的首行。");
            en.append(" It looks like the first one of " + en(other) + ".");
        }
        return refused(plain, zh.toString(), en.toString());
    }

    /** The header is of another vendor than the file was sent for. */
    static RefusedException otherVendor(String read, String chosen) {
        return refused(
                StatementRefusal.HEADER_OTHER_VENDOR,
                "表头写的是" + line(read, "") + "，所选是“" + chosen + "”。",
                " The header says " + line(read, "") + ", chosen is “" + chosen + "”.");
    }

    /** The header is of another day than the file was sent for. */
    static RefusedException otherDay(LocalDate read, LocalDate chosen) {
        return refused(
                StatementRefusal.HEADER_OTHER_DAY,
                "表头写的是 " + read + "，所选是 " + chosen + "。",
                " The header says " + read + ", chosen is " + chosen + ".");
    }

    /** The header is of a day to come. */
    static RefusedException tooLate(LocalDate read) {
        return refused(StatementRefusal.DAY_TOO_LATE, "表头写的是 " + read + "。", " The header says " + read + ".");
    }

    private static RefusedException refused(StatementRefusal plain, String zh, String en) {
        return new RefusedException(new HeadRefusal(plain, plain.zh() + zh, plain.en() + en), "file");
    }

    private static void list(StringBuilder text, String lead, List<String> names, String between, String end) {
        if (!names.isEmpty()) {
            text.append(lead).append(String.join(between, names)).append(end);
        }
    }

    private static String line(@Nullable String read, String none) {
        return read == null ? none : "“" + ShownText.of(read, SHOWN) + "”";
    }

    private static String zh(StatementFormat format) {
        return switch (format) {
            case CSV -> "CSV";
            case JSON_LINES -> "JSON Lines";
            case FIXED -> "定长记录";
        };
    }

    private static String en(StatementFormat format) {
        return switch (format) {
            case CSV -> "CSV";
            case JSON_LINES -> "JSON lines";
            case FIXED -> "records of fixed places";
        };
    }

    private static String first(StatementFormat format) {
        return switch (format) {
            case CSV -> "H,METRO-1,2026-11-16";
            case JSON_LINES -> "{\"record\":\"header\",\"vendor\":\"METRO-1\",\"day\":\"2026-11-16\"}";
            case FIXED -> "HMETRO-1                         20261116";
        };
    }
}
