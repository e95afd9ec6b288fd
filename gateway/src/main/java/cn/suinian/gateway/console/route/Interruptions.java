package cn.suinian.gateway.console.route;

import cn.suinian.gateway.console.access.Kept;
import org.jspecify.annotations.Nullable;

/** The pages that come in the place of the answer to a post, and keep what was typed. */
public interface Interruptions {

    /** The sign-in form, when the session was over; nothing is kept when the form did not say whose it was. */
    Answer.Page signInAgain(Visit visit, @Nullable Kept kept);

    /**
     * What was typed under a session that is over, when the same person has another by now: one button sends it, after
     * the password where the act wants that.
     */
    Answer.Page sendOn(Visit visit, Kept kept);

    /** The question for the password, when an act wants one that was given a short time ago. */
    Answer.Page proveAgain(Visit visit, @Nullable Kept kept);
}
