package cn.suinian.core.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
 * "CSV Injection"): what somebody typed as a reason must do nothing on an auditor's machine. The time is Shenzhen's,
 * with its offset; codes are for programs, and the last columns say the same in words.
 */
final class AuditCsv {
    private static final String CODES =
            "entry_no,at,staff_id,actor,address,act,subject_kind,subject,before,after,reason";
    private static final String WORDS = "act_words,subject_words,before_words,after_words,reason_words";
    private static final String END = "\r\n";
    static final String HEADER = CODES + "," + WORDS + END;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private AuditCsv() {}

    static String line(AuditRow row, AuditWords words) {
        return Stream.of(
                        cell(row.entryNo()),
                        cell(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                row.at().atZone(ZONE))),
                        cell(row.staffId()),
                        cell(row.actor()),
                        cell(row.address()),
                        cell(row.act()),
                        cell(row.subjectKind()),
                        cell(row.maskedSubject()),
                        cell(lines(row.maskedBefore())),
                        cell(lines(row.maskedAfter())),
                        cell(row.reason()),
                        cell(words.act()),
                        cell(words.subject()),
                        cell(words.before()),
                        cell(words.after()),
                        cell(words.reason()))
                .collect(Collectors.joining(",", "", END));
    }

    private static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
