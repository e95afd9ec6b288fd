package cn.suinian.core.holder.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.holder.document.Numbers;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Files of people who do not exist. */
public final class People {
    public static final List<String> HEADS =
            List.of("姓名", "证件类型", "证件号码", "联系电话", "服务区", "户籍区", "户籍起始日期", "户籍依据", "同意书版本");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private People() {}

    /** Somebody new, by head; with a hukou in Futian. */
    public static Map<String, String> somebody() {
        int n = NUMBERS.incrementAndGet();
        LocalDate born = LocalDate.of(1931, 1, 1).plusDays(n % 9_000);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("姓名", "批量" + han(n));
        row.put("证件类型", "居民身份证");
        row.put("证件号码", Numbers.of("440000", born, 1 + n / 9_000 % 998));
        row.put("联系电话", "139" + String.format("%08d", n));
        row.put("服务区", "福田");
        row.put("户籍区", "福田区");
        row.put("户籍起始日期", "2001-02-03");
        row.put("户籍依据", "户口簿");
        row.put("同意书版本", "2026-01");
        return row;
    }

    /** So many of them. */
    public static List<Map<String, String>> many(int count) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(somebody());
        }
        return rows;
    }

    /** The same with another value. */
    public static Map<String, String> with(Map<String, String> row, String head, String value) {
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.put(head, value);
        return changed;
    }

    /** A CSV in UTF-8. */
    public static byte[] csv(List<Map<String, String>> rows) {
        return csv(rows, UTF_8);
    }

    /** A CSV; the heads are those of the first row. */
    public static byte[] csv(List<Map<String, String>> rows, Charset charset) {
        StringBuilder text = new StringBuilder();
        List<String> heads = rows.isEmpty() ? HEADS : List.copyOf(rows.get(0).keySet());
        text.append(line(heads));
        rows.forEach(row -> text.append(
                line(heads.stream().map(head -> row.getOrDefault(head, "")).toList())));
        return text.toString().getBytes(charset);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("(?s).*[\",\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String han(int n) {
        return new String(Character.toChars(0x4e00 + n % 5_000)) + new String(Character.toChars(0x6000 + n / 5_000));
    }
}
