package cn.suinian.core.refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An act was refused and nothing of it was done. Its message has no personal data. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldRefusal> all;

    /** About the act as a whole. */
    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    /** About what was given for a field. */
    public RefusedException(Refusal refusal, @Nullable String field) {
        this(List.of(new FieldRefusal(refusal, field)));
    }

    /** About what was given for a field, with what a page may say with it. */
    public RefusedException(Refusal refusal, @Nullable String field, Map<String, String> details) {
        this(List.of(new FieldRefusal(refusal, field, details)));
    }

    /** About several things at once; at least one. */
    public RefusedException(List<FieldRefusal> all) {
        super(all.stream().map(FieldRefusal::toString).collect(Collectors.joining(", ")), null, false, false);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("refused without a reason");
        }
        this.all = List.copyOf(all);
    }

    /** Everything that is wrong, in the order of the fields. */
    public List<FieldRefusal> all() {
        return all;
    }

    /** Why; the first reason of several. */
    public Refusal refusal() {
        return all.get(0).refusal();
    }

    /** The name of the field at fault, as interfaces spell it; null when it is none of them. */
    public @Nullable String field() {
        return all.get(0).field();
    }
}
