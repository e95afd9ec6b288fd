package cn.suinian.core.staff.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a step of signing in came to. Exactly one of the first two is there.
 *
 * @param signedIn the step was taken
 * @param refusal it was not
 * @param holdBack the reply, whatever it says, is to be sent only after this long
 * @param tryAgainAfter with TOO_OFTEN: when the next attempt is looked at; otherwise zero
 */
public record SignInAnswer(
        @Nullable SignedIn signedIn, @Nullable SignInRefusal refusal, Duration holdBack, Duration tryAgainAfter) {

    static SignInAnswer taken(SignedIn step, Duration holdBack) {
        return new SignInAnswer(step, null, holdBack, Duration.ZERO);
    }

    static SignInAnswer refused(SignInRefusal why, Duration holdBack) {
        return new SignInAnswer(null, why, holdBack, Duration.ZERO);
    }

    static SignInAnswer tooOften(Duration wait) {
        return new SignInAnswer(null, SignInRefusal.TOO_OFTEN, Duration.ZERO, wait);
    }
}
