package cn.suinian.settlement.lens.item;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag or a finding with what became of it last.
 *
 * @param day the business day
 * @param kind a {@code FlagKind} or a {@code FindingKind}
 * @param score 0 to 100
 * @param evidence a JSON object of numbers and words of ours; names nobody
 * @param verdict null: it waits for an answer
 * @param answers number of the last answer; 0: there was none. Whoever answers next names it
 */
public record LensItem(
        ItemRef ref,
        LocalDate day,
        int vendorId,
        String kind,
        int score,
        String evidence,
        Instant seenAt,
        @Nullable Verdict verdict,
        long answers) {}
