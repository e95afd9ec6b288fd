package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.Sessions.Enrolment;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One step of signing in.
 *
 * @param form its form
 * @param next where it leads in the end; empty: home
 * @param kept what was typed before the session was over; null: nothing is kept
 * @param note what the page says first; null: nothing
 * @param enrolment the authenticator to set up; null: on another step
 */
public record StepView(
        FormView form,
        String next,
        @Nullable Kept kept,
        @Nullable SignInText note,
        @Nullable Enrolment enrolment) {

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(SignInText phrase) {
        return frame().say(phrase);
    }

    /** The secret as a picture. */
    public QrCode qr() {
        return QrCode.of(enrolment == null ? "" : enrolment.address());
    }

    /** The secret in groups of four, as people type it. */
    public String secret() {
        return enrolment == null ? "" : enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }
}
