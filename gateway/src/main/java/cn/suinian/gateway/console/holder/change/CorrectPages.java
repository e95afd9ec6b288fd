package cn.suinian.gateway.console.holder.change;

import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.register.Correction;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.register.Consent;
import cn.suinian.gateway.console.holder.word.Dates;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Corrects what is known of somebody. */
public final class CorrectPages {

    private final HolderRegister holders;
    private final ChangeForm form;

    public CorrectPages(HolderRegister holders, Clock clock) {
        this.holders = holders;
        this.form = new ChangeForm(holders, clock, "/holders/:id/correct", "holder/change/correct.jte");
    }

    public List<ConsoleRoute> routes() {
        return form.routes(Permission.HOLDER_CORRECT, this::correct).stream()
                .map(route -> route.taking(BodyLimit.oneFile(Photo.MOST_BYTES)))
                .toList();
    }

    private String correct(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        Problems problems = Dates.check(typed, "bornOn");
        boolean number = typed.find("documentNumber").isPresent();
        if (number && typed.choice("documentKind", DocumentKind.class).isEmpty()) {
            problems = problems.and("documentKind", ChangeText.KIND_MISSING);
        }
        problems.stopIfAny();
        try {
            holders.correct(visit.actor(), holderId, Seen.version(typed), correction(typed), typed.text("reason"));
        } catch (RefusedException refused) {
            throw new RefusedException(
                    refused.all().stream().map(CorrectPages::atOurField).toList());
        }
        return visit.frame().say(ChangeText.CORRECTED);
    }

    private static Correction correction(Typed typed) {
        Correction correction = Correction.none();
        Optional<String> name = typed.find("name");
        correction = name.map(correction::withName).orElse(correction);
        Optional<String> phone = typed.ticked("removePhone") ? Optional.of("") : typed.find("phone");
        correction = phone.map(correction::withPhone).orElse(correction);
        Optional<String> account = typed.ticked("removeAccount") ? Optional.of("") : typed.find("bankAccount");
        correction = account.map(correction::withBankAccount).orElse(correction);
        Optional<Sex> sex = typed.choice("sex", Sex.class);
        correction = sex.map(correction::withSex).orElse(correction);
        String evidence = typed.text("evidence");
        correction = withBirth(correction, typed, evidence);
        correction = withDocument(correction, typed, evidence);
        if (typed.ticked("renewConsent")) {
            correction = correction.withConsent(Consent.VERSION);
        }
        Optional<Photo> photo =
                typed.file("photo").map(file -> Photo.read(file.content().getBytes(), "photo"));
        return photo.map(correction::withPhoto).orElse(correction);
    }

    private static Correction withBirth(Correction correction, Typed typed, String evidence) {
        return Dates.find(typed, "bornOn")
                .map(day -> correction.withBornOn(day, evidence))
                .orElse(correction);
    }

    private static Correction withDocument(Correction correction, Typed typed, String evidence) {
        return typed.find("documentNumber")
                .map(number -> correction.withDocument(
                        new GivenDocument(
                                typed.choice("documentKind", DocumentKind.class).orElseThrow(), number),
                        evidence))
                .orElse(correction);
    }

    private static FieldRefusal atOurField(FieldRefusal refusal) {
        String field = "document.number".equals(refusal.field()) ? "documentNumber" : refusal.field();
        return new FieldRefusal(refusal.refusal(), field, refusal.details());
    }
}
