package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;

/** The three fields by which a password is changed; whether the new one is good enough is core's to say. */
public record NewPassword(String password, String newPassword) {

    /** What was typed; the frame shows the form again when a field is empty or the two differ. */
    public static NewPassword of(Typed typed) {
        Problems problems = Problems.NONE;
        for (String name : new String[] {"password", "newPassword"}) {
            if (typed.raw(name).isEmpty()) {
                problems = problems.and(name, SignInText.MISSING);
            }
        }
        if (!typed.raw("newPassword").equals(typed.raw("newPasswordAgain"))) {
            problems = problems.and("newPasswordAgain", SignInText.NOT_THE_SAME);
        }
        problems.stopIfAny();
        return new NewPassword(typed.raw("password"), typed.raw("newPassword"));
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
