package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.Sessions.Enrolment;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of signing in.
 *
 * @param form its form
 * @param next where it leads in the end; empty: home
 * @param kept what was typed before the session was over; null: nothing is kept
 * @param note what the page says first; null: nothing
 * @param enrolment the authenticator to set up; null: on another step
 * @param provider the other way in; null: this house has none, or not here
 */
public record StepView(
        FormView form,
        String next,
        @Nullable Kept kept,
        @Nullable SignInText note,
        @Nullable Enrolment enrolment,
        @Nullable ProviderDoor provider) {

    /** A step without another way in. */
    static StepView of(
            FormView form, String next, @Nullable Kept kept, @Nullable SignInText note, @Nullable Enrolment enrolment) {
        return new StepView(form, next, kept, note, enrolment, null);
    }

    /** The same with another way in, where the house has one. */
    StepView beside(@Nullable ProviderDoor door) {
        return new StepView(form, next, kept, note, enrolment, door);
    }

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(SignInText phrase) {
        return frame().say(phrase);
    }

    /** What was kept, for whoever is to send it: the act first, then every field that something was typed into. */
    public Map<String, String> deed() {
        Map<String, String> rows = new LinkedHashMap<>();
        if (kept != null) {
            rows.put(say(SignInText.RESUME_ACT), PathWord.say(kept.to(), frame().language()));
            kept.fields().stream()
                    .filter(field -> !field.value().isBlank())
                    .forEach(field -> rows.merge(
                            FieldWord.say(field.name(), frame().language()),
                            field.value(),
                            (one, two) -> one + " · " + two));
        }
        return rows;
    }

    /** What a field is called. */
    public String label(String field) {
        return FieldWord.say(field, frame().language());
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
