package cn.suinian.core.holder.register;

import cn.suinian.core.holder.Category;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a holder is in a category.
 *
 * @param from first day
 * @param until first day on which they no longer are; null: open
 * @param grade of disability, for that category alone
 * @param evidence how it is known, as the certificate that was seen
 */
public record CategoryClaim(
        Category category,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Grade grade,
        String evidence) {

    /** How disabled; MODERATELY_DISABLED means this level or worse. */
    public enum Grade {
        /** 中度失能. */
        MODERATE,
        /** 重度失能. */
        SEVERE,
        /** 完全失能. */
        FULL
    }

    @Override
    public String toString() {
        return category + " from " + from;
    }
}
