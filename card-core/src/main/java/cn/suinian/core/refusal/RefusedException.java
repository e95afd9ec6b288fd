package cn.suinian.core.refusal;

import org.jspecify.annotations.Nullable;

/** An act was refused and nothing of it was done. Its message has no personal data. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final @Nullable String field;

    /** About the act as a whole. */
    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    /** About what was given for a field. */
    public RefusedException(Refusal refusal, @Nullable String field) {
        super(field == null ? refusal.name() : refusal.name() + " at " + field, null, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** The name of the field at fault, as interfaces spell it; null when it is none of them. */
    public @Nullable String field() {
        return field;
    }
}
