package cn.suinian.gateway.console.form;

import cn.suinian.gateway.console.page.ErrorPage;

/** A body that is not read, or not to its end. */
public final class BodyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorPage page;

    /** Whoever reads it is told this page. */
    public BodyRefusedException(ErrorPage page) {
        super(page.name(), null, false, false);
        this.page = page;
    }

    /** What whoever sent it is told. */
    public ErrorPage page() {
        return page;
    }
}
