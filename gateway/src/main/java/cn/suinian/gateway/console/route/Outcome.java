package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.page.Pages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a visit, ready to be sent.
 *
 * @param html the page, when the answer is one
 * @param admitted the session that the browser has from now on; null: the one it has
 * @param signedOut whether the browser has none from now on
 * @param trip what the browser keeps for its way to the provider of identity from now on; null: what it has
 * @param holdBack how long it waits before it is sent
 */
record Outcome(
        Answer answer,
        @Nullable String html,
        @Nullable Admitted admitted,
        boolean signedOut,
        @Nullable String trip,
        Duration holdBack) {

    static Outcome of(Answer answer, Visit visit, Pages pages) {
        String html = null;
        if (answer instanceof Answer.Page page) {
            html = pages.render(page.template(), page.values());
        } else if (answer instanceof Answer.Telling telling) {
            html = pages.render(telling.template(), telling.values());
        }
        return new Outcome(
                answer, html, visit.admitted().orElse(null), visit.signedOut(), visit.newTrip(), visit.holdBack());
    }

    static Outcome of(Answer.Plain plain) {
        return new Outcome(plain, null, null, false, null, Duration.ZERO);
    }

    /** Whether something was done, so that it must not be done again. */
    boolean done() {
        return answer instanceof Answer.Onward
                || answer instanceof Answer.Download
                || answer instanceof Answer.Stream
                || tells();
    }

    /** Whether it tells something that nobody should be able to ask for again. */
    boolean tells() {
        return answer instanceof Answer.Telling;
    }
}
