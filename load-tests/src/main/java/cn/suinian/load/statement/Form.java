package cn.suinian.load.statement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** How a vendor writes its statements. */
public enum Form {
    /** Our own columns, fen, UTF-8. */
    CSV_UTF_8("our CSV, UTF-8", StandardCharsets.UTF_8, true),
    /** Columns in Chinese, yuan, GB18030. */
    CSV_GB18030("CSV, GB18030, yuan", Charset.forName("GB18030"), true),
    /** An object a line. */
    JSON_LINES("JSON lines", StandardCharsets.UTF_8, true),
    /** Fixed places, as metro and bus companies exchange them; it has no room for extras and payer. */
    CLEARING_RECORD("transit clearing record", StandardCharsets.UTF_8, false);

    /** The columns of a vendor that writes Chinese, in the order of {@link StatementText}'s cells. */
    public static final List<String> CHINESE_COLUMNS =
            List.of("刷卡日期", "刷卡时间", "终端号", "流水号", "卡号", "业务", "金额", "补贴", "运营送餐补贴", "付款方");

    /** Our own names of the same. */
    static final List<String> OWN_COLUMNS = List.of(
            "tap_date", "tap_time", "terminal", "seq", "card", "service", "amount", "subsidy", "extra", "payer");

    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter COMPACT_DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final String text;
    private final Charset charset;
    private final boolean statesExtra;

    Form(String text, Charset charset, boolean statesExtra) {
        this.text = text;
        this.charset = charset;
        this.statesExtra = statesExtra;
    }

    /** What it is, in a few words. */
    public String text() {
        return text;
    }

    /** Whether it says what is owed for serving and bringing. */
    public boolean statesExtra() {
        return statesExtra;
    }

    byte[] bytes(String written) {
        return written.getBytes(charset);
    }

    String header(String vendor, LocalDate day) {
        return switch (this) {
            case CSV_UTF_8 -> "H," + vendor + "," + day + "\n" + String.join(",", OWN_COLUMNS) + "\n";
            case CSV_GB18030 -> "H," + vendor + "," + day + "\n" + String.join(",", CHINESE_COLUMNS) + "\n";
            case JSON_LINES -> "{\"record\":\"header\",\"vendor\":\"%s\",\"day\":\"%s\"}\n".formatted(vendor, day);
            case CLEARING_RECORD -> "H%-32s%s\n".formatted(vendor, COMPACT_DAY.format(day));
        };
    }

    String row(StatedRow row) {
        return switch (this) {
            case CSV_UTF_8 -> String.join(",", cells(row, ISO, Long::toString)) + "\n";
            case CSV_GB18030 -> String.join(",", cells(row, SPACED, Form::yuan)) + "\n";
            case JSON_LINES -> json(row);
            case CLEARING_RECORD ->
                "D%s%s%010d%s%02d%08d%08d%s\n"
                        .formatted(
                                row.key().cardNo(),
                                row.key().terminalId(),
                                row.key().terminalSeq(),
                                COMPACT.format(row.tappedAt().atZoneSameInstant(SHENZHEN)),
                                row.kind().code(),
                                row.amountFen(),
                                row.subsidyFen(),
                                COMPACT_DAY.format(row.key().date()));
        };
    }

    String trailer(long rows, long amountFen, long subsidyFen) {
        return switch (this) {
            case CSV_UTF_8 -> "T,%d,%d,%d\n".formatted(rows, amountFen, subsidyFen);
            case CSV_GB18030 -> "T,%d,%s,%s\n".formatted(rows, yuan(amountFen), yuan(subsidyFen));
            case JSON_LINES ->
                "{\"record\":\"trailer\",\"rows\":%d,\"amount\":%d,\"subsidy\":%d}\n"
                        .formatted(rows, amountFen, subsidyFen);
            case CLEARING_RECORD -> "T%010d%014d%014d\n".formatted(rows, amountFen, subsidyFen);
        };
    }

    private interface Money {
        String of(long fen);
    }

    private static List<String> cells(StatedRow row, DateTimeFormatter time, Money money) {
        return List.of(
                row.key().date().toString(),
                time.format(row.tappedAt().atZoneSameInstant(SHENZHEN)),
                row.key().terminalId(),
                Long.toString(row.key().terminalSeq()),
                row.key().cardNo(),
                row.kind().name(),
                money.of(row.amountFen()),
                money.of(row.subsidyFen()),
                money.of(row.extraFen()),
                row.payer() == null ? "" : row.payer().name());
    }

    private static String json(StatedRow row) {
        List<String> cells = cells(row, ISO, Long::toString);
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String value = cells.get(i);
            boolean number = i == 3 || (i >= 6 && i <= 8);
            if (!value.isEmpty()) {
                members.append(members.isEmpty() ? "" : ",")
                        .append('"')
                        .append(OWN_COLUMNS.get(i))
                        .append("\":")
                        .append(number ? value : '"' + value + '"');
            }
        }
        return "{" + members + "}\n";
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** A row whose cell is other than it should be, of a format that has cells. */
    String spoilt(StatedRow row, int cell, String value) {
        List<String> cells =
                cells(row, this == CSV_UTF_8 ? ISO : SPACED, this == CSV_UTF_8 ? Long::toString : Form::yuan);
        return java.util.stream.IntStream.range(0, cells.size())
                        .mapToObj(i -> i == cell ? value : cells.get(i))
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
