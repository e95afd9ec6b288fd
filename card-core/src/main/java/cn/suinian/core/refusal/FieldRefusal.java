package cn.suinian.core.refusal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param refusal what
 * @param field the name of the field at fault, as interfaces spell it; null when it is none of them
 * @param details what a page may say with it, as {@code eligibleOn}; no personal data but what was just given
 */
public record FieldRefusal(Refusal refusal, @Nullable String field, Map<String, String> details) {

    public FieldRefusal {
        details = Map.copyOf(details);
    }

    /** Without details. */
    public FieldRefusal(Refusal refusal, @Nullable String field) {
        this(refusal, field, Map.of());
    }

    @Override
    public String toString() {
        return field == null ? refusal.name() : refusal.name() + " at " + field;
    }
}
