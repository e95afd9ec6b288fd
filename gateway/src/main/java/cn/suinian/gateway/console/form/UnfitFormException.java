package cn.suinian.gateway.console.form;

/** A form that cannot be acted upon as it was filled in; see {@link Problems#stopIfAny}. */
public final class UnfitFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    UnfitFormException(Problems problems) {
        super(problems.list().size() + " problems", null, false, false);
        this.problems = problems;
    }

    /** What is wrong. */
    public Problems problems() {
        return problems;
    }
}
