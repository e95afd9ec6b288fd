package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;

/** The fields by which a password is chosen; whether it is good enough is core's to say. */
public final class NewPassword {

    private NewPassword() {}

    /** What was chosen; the frame shows the form again when a field is empty or the two differ. */
    public static String of(Typed typed, String... others) {
        Problems problems = Problems.NONE;
        for (String name : others) {
            problems = require(typed, name, problems);
        }
        problems = require(typed, "password", problems);
        if (!typed.raw("password").equals(typed.raw("passwordAgain"))) {
            problems = problems.and("passwordAgain", SignInText.NOT_THE_SAME);
        }
        problems.stopIfAny();
        return typed.raw("password");
    }

    private static Problems require(Typed typed, String name, Problems problems) {
        return typed.raw(name).isEmpty() ? problems.and(name, SignInText.MISSING) : problems;
    }
}
