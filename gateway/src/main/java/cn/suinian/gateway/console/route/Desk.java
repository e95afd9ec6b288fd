package cn.suinian.gateway.console.route;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;

/** What answers a route. It runs on a worker, so it may wait for the database, and it must not touch the request. */
@FunctionalInterface
public interface Desk {

    /**
     * Answers.
     *
     * @throws cn.suinian.core.refusal.RefusedException when an act is refused: the form is shown again
     * @throws Exception whatever is our own fault: the visitor sees a page with a number, the log says which it was
     */
    Answer answer(Visit visit) throws Exception;

    /** The same act; when core says that somebody changed it meanwhile, the answer is the page that says so. */
    static Desk versioned(Desk act) {
        return visit -> {
            try {
                return act.answer(visit);
            } catch (RefusedException refused) {
                if (refused.refusal().name().equals(ErrorPage.CHANGED_MEANWHILE.name())) {
                    return Answer.error(ErrorPage.CHANGED_MEANWHILE);
                }
                throw refused;
            }
        };
    }

    /** Shows the form, at first and again. */
    @FunctionalInterface
    interface Form {

        /** The page with the form; what was typed is in the visit. */
        Answer show(Visit visit, Problems problems) throws Exception;
    }
}
