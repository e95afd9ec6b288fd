package cn.suinian.core.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with what was given, so that whoever gave it mends it in one go. */
public final class Refusals {
    private final List<FieldRefusal> found = new ArrayList<>();

    /** The value, or null and a refusal kept. */
    public <T> @Nullable T take(Supplier<T> value) {
        try {
            return value.get();
        } catch (RefusedException refused) {
            found.addAll(refused.all());
            return null;
        }
    }

    /** Keeps a refusal. */
    public void add(Refusal refusal, String field) {
        found.add(new FieldRefusal(refusal, field));
    }

    /** Keeps a refusal with what a page may say with it. */
    public void add(Refusal refusal, String field, Map<String, String> details) {
        found.add(new FieldRefusal(refusal, field, details));
    }

    /** All of them, in the order in which they were found. */
    public List<FieldRefusal> found() {
        return List.copyOf(found);
    }

    /** Throws when there is one. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RefusedException(found);
        }
    }
}
