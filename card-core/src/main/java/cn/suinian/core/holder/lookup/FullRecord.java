package cn.suinian.core.holder.lookup;

import cn.suinian.core.holder.document.DocumentKind;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Personal data in full, for whoever gave a reason. Its text form shows nothing.
 *
 * @param documents numbers of now, by kind
 * @param statementEvidence by the number of the statement
 * @param eventEvidence by the number of the event
 * @param oldValues what was so before each correction, by its number; absent: there was none
 */
public record FullRecord(
        long holderId,
        String name,
        LocalDate bornOn,
        @Nullable String birthEvidence,
        @Nullable String phone,
        @Nullable String bankAccount,
        Map<DocumentKind, String> documents,
        Map<Long, String> statementEvidence,
        Map<Long, String> eventEvidence,
        Map<Long, String> oldValues) {

    @Override
    public String toString() {
        return "the full record of holder " + holderId;
    }
}
