package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.bulk.sheet.Workbooks;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files with random faults: every fault is found where it is, and no good row is refused. */
@ExtendWith(PostgresExtension.class)
class FaultyFilesTest {
    private static final LocalDate TOO_YOUNG = LocalDate.of(1990, 1, 1);

    /** A way of spoiling a row, and what is then said of it. */
    private record Spoiling(String said, BiFunction<Map<String, String>, Random, Map<String, String>> spoil) {}

    private static Spoiling of(String said, String head, String... values) {
        return new Spoiling(said, (row, random) -> People.with(row, head, values[random.nextInt(values.length)]));
    }

    private static final List<Spoiling> SPOILINGS = List.of(
            of("NAME_WRONG at NAME", "姓名", "", "甲", "=1+1", "12345", "<script>", "字".repeat(61)),
            of("KIND_UNKNOWN at DOCUMENT_KIND", "证件类型", "护照", "x", "\u202Eabc"),
            of("KIND_MISSING at DOCUMENT_KIND", "证件类型", "", "  "),
            of("DOCUMENT_MISSING at DOCUMENT_NUMBER", "证件号码", "", " "),
            of(
                    "DOCUMENT_LENGTH at DOCUMENT_NUMBER",
                    "证件号码",
                    "44000019400101",
                    "=cmd|' /C calc'!A0",
                    "../../etc/passwd"),
            of("DOCUMENT_AREA at DOCUMENT_NUMBER", "证件号码", "990000194001010010"),
            of("DOCUMENT_DATE at DOCUMENT_NUMBER", "证件号码", "440000194002300010"),
            of("DIGITS_LOST at DOCUMENT_NUMBER", "证件号码", "4.40001E+17"),
            new Spoiling("DOCUMENT_CHECK_DIGIT at DOCUMENT_NUMBER", (row, random) -> {
                String number = row.get("证件号码");
                char last = number.charAt(17);
                return People.with(row, "证件号码", number.substring(0, 17) + (last == '1' ? '2' : '1'));
            }),
            new Spoiling(
                    "TOO_YOUNG at BORN_ON",
                    (row, random) -> People.with(row, "证件号码", Numbers.of("440000", TOO_YOUNG, random.nextInt(1000)))),
            of("PHONE_WRONG at PHONE", "联系电话", "12", "abc", "1380000000O"),
            of("DISTRICT_UNKNOWN at DISTRICT", "服务区", "浦东", "Futian1"),
            of("OUT_OF_SCOPE at DISTRICT", "服务区", "南山", "LONGHUA", "大鹏新区"),
            of("DISTRICT_UNKNOWN at HUKOU", "户籍区", "广州"),
            of("DATE_UNREADABLE at HUKOU_SINCE", "户籍起始日期", "2001-02-30", "yesterday", "01/02/2003"),
            of("DATE_TOO_LATE at HUKOU_SINCE", "户籍起始日期", "2099-01-01"),
            of("EVIDENCE_MISSING at HUKOU_EVIDENCE", "户籍依据", "", "x"),
            of("CATEGORY_UNKNOWN at CATEGORY", "人群类别", "富裕", "{{7*7}}"),
            of("DATE_MISSING at CATEGORY_FROM", "类别起始日期", "", " "),
            of("ENDS_BEFORE_IT_BEGINS at CATEGORY_UNTIL", "类别终止日期", "1999-12-31"),
            of("GRADE_UNKNOWN at GRADE", "失能等级", "轻度"),
            of("EVIDENCE_MISSING at CATEGORY_EVIDENCE", "类别依据", "", "x"),
            of("CONSENT_MISSING at CONSENT", "同意书版本", "", " "),
            of("CONSENT_UNKNOWN at CONSENT", "同意书版本", "2026", "2027-01", "v".repeat(33)));

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 77})
    void everyFaultIsFoundAndNoGoodRowIsRefused(long seed, Database database) throws Exception {
        Random random = new Random(seed);
        List<Map<String, String>> rows = new ArrayList<>();
        Map<Integer, List<String>> expected = new TreeMap<>();
        int good = 0;
        for (int rowNo = 2; rowNo < 1_000; rowNo++) {
            Map<String, String> row = withCategory(People.somebody());
            List<String> said = new ArrayList<>();
            for (int faults = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0; faults > 0; faults--) {
                Spoiling spoiling = SPOILINGS.get(random.nextInt(SPOILINGS.size()));
                if (said.stream().noneMatch(each -> meet(each, spoiling.said()))) {
                    row = spoiling.spoil().apply(row, random);
                    said.add(spoiling.said());
                }
            }
            if (said.isEmpty()) {
                good++;
            } else {
                expected.put(rowNo, said);
            }
            rows.add(row);
        }
        try (BulkDesk desk = new BulkDesk(database)) {
            BulkFile file = desk.through(content(rows, random));
            Map<Integer, List<String>> found = desk.faults(CLERK, file.fileNo());
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            expected.forEach((rowNo, said) ->
                    assertThat(found.get(rowNo)).as("row " + rowNo).containsExactlyInAnyOrderElementsOf(said));
            assertThat(file.tally()).isEqualTo(new Tally(0, good, expected.size(), 0, 0, 0, 0));
        }
    }

    private static Map<String, String> withCategory(Map<String, String> row) {
        Map<String, String> all = People.with(row, "人群类别", "低保");
        all.putAll(Map.of("类别起始日期", "2026-01-01", "类别依据", "低保证"));
        all.put("类别终止日期", "");
        all.put("失能等级", "");
        return all;
    }

    /** One thing is said of a column, and nothing of a number whose kind is not known. */
    private static boolean meet(String one, String other) {
        return column(one).equals(column(other));
    }

    private static String column(String said) {
        String column = said.substring(said.indexOf(" at ") + 4);
        return column.equals("DOCUMENT_KIND") || column.equals("BORN_ON") ? "DOCUMENT_NUMBER" : column;
    }

    private static byte[] content(List<Map<String, String>> rows, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> People.csv(rows);
            case 1 -> People.csv(rows, Charset.forName("GB18030"));
            default -> Workbooks.ofPeople(rows);
        };
    }
}
