package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.bulk.sheet.BulkColumn;
import cn.suinian.core.holder.bulk.sheet.RowProblem;
import cn.suinian.core.holder.document.DocumentRefusal;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.refusal.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was not registered.
 *
 * @param shown the number of its document, masked
 * @param about another row of the file, or a holder, as the reason says; null: nothing else
 */
public record Fault(
        int rowNo,
        BulkColumn column,
        Refusal reason,
        String shown,
        @Nullable Long about) {
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 2;
    private static final int SHORTEST_SHOWN = 8;
    private static final int LONGEST_SHOWN = 18;
    private static final Map<String, Refusal> REASONS = new HashMap<>();

    static {
        Stream.of(DocumentRefusal.values(), HolderRefusal.values(), RowProblem.values())
                .flatMap(Stream::of)
                .forEach(reason -> REASONS.put(reason.name(), reason));
    }

    static Fault of(StagedRow row, BulkColumn column, Refusal reason, @Nullable Long about) {
        return new Fault(row.row().rowNo(), column, reason, masked(row.row().text(BulkColumn.DOCUMENT_NUMBER)), about);
    }

    /** The reason of a stored code. */
    static Refusal reason(String code) {
        Refusal reason = REASONS.get(code);
        if (reason == null) {
            throw new IllegalArgumentException("no release stored the reason " + code);
        }
        return reason;
    }

    /** What stands where the document's number should, so that the row is found again and nobody learns it. */
    static String masked(String number) {
        String text = number.codePointCount(0, number.length()) > LONGEST_SHOWN
                ? number.substring(0, number.offsetByCodePoints(0, LONGEST_SHOWN))
                : number;
        StringBuilder shown = new StringBuilder();
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean edge = length >= SHORTEST_SHOWN && (i < SHOWN_BEFORE || i >= length - SHOWN_AFTER);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            shown.append(edge && plain ? c : '*');
        }
        return shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN));
    }
}
