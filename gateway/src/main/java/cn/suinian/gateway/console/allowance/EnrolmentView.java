package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.ListView.Turns;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.allowance.enrolment.Invitation;
import cn.suinian.settlement.allowance.enrolment.Invitation.Fate;
import cn.suinian.settlement.allowance.enrolment.Invitation.Wanted;
import cn.suinian.settlement.allowance.message.SmsText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invitations, ready to print. */
public record EnrolmentView(FormView form, List<Invitation> invitations, Turns turns) {

    /**
     * An invitation.
     *
     * @param path where a reply is recorded; null: there is a clear one already, or the reader may not
     * @param written what they wrote, while somebody has to ask; empty: nothing, or it is not for the reader
     * @param applies whether the row leads to the desk where they can apply all the same
     */
    public record Row(
            @Nullable String path,
            String number,
            String holder,
            String month,
            String tone,
            String fate,
            String reply,
            String written,
            String applied,
            boolean applies) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(AllowanceText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public boolean prepares() {
        return frame().visitor().may(Permission.ALLOWANCE_PREPARE);
    }

    public List<Option> wanted() {
        return Arrays.stream(Wanted.values())
                .map(each -> new Option(each.name(), say(words(each))))
                .toList();
    }

    public List<Row> rows() {
        return invitations.stream().map(this::row).toList();
    }

    /** The one of a page about one. */
    public Row row() {
        return row(invitations.get(0));
    }

    /** What its message says. */
    public String text() {
        Invitation one = invitations.get(0);
        return SmsText.invitation(one.month(), one.fen());
    }

    private Row row(Invitation each) {
        return new Row(
                each.open() && prepares() ? EnrolmentPages.ENROLMENT + "/" + each.messageNo() + "/reply" : null,
                Long.toString(each.messageNo()),
                Long.toString(each.holderId()),
                each.month().toString(),
                tone(each.fate()),
                say(words(each.fate())),
                say(reply(each)),
                each.open() ? each.unclear().map(this::written).orElse("") : "",
                each.appliedOn().map(on -> say(AllowanceText.APPLIED_ON, on)).orElse(""),
                prepares()
                        && each.appliedOn().isEmpty()
                        && (each.agreed().isPresent() || each.unclear().isPresent()));
    }

    private String written(Invitation.Unclear unclear) {
        String on = say(AllowanceText.REPLY_UNCLEAR_ON, unclear.on());
        return unclear.text().map(text -> on + "：" + text).orElse(on);
    }

    private static AllowanceText reply(Invitation each) {
        if (each.agreed().isEmpty()) {
            return each.open() && each.unclear().isPresent() ? AllowanceText.REPLY_UNCLEAR : AllowanceText.REPLY_NONE;
        }
        return each.agreed().get() ? AllowanceText.REPLY_AGREED : AllowanceText.REPLY_OTHER;
    }

    private static String tone(Fate fate) {
        return switch (fate) {
            case WAITING -> "wait";
            case SENT -> "good";
            case NO_PHONE, FAILED -> "bad";
        };
    }

    private static AllowanceText words(Fate fate) {
        return switch (fate) {
            case WAITING -> AllowanceText.FATE_WAITING;
            case SENT -> AllowanceText.FATE_SENT;
            case NO_PHONE -> AllowanceText.FATE_NO_PHONE;
            case FAILED -> AllowanceText.FATE_FAILED;
        };
    }

    private static AllowanceText words(Wanted wanted) {
        return switch (wanted) {
            case ALL -> AllowanceText.WANTED_ALL;
            case UNANSWERED -> AllowanceText.WANTED_UNANSWERED;
            case UNCLEAR -> AllowanceText.WANTED_UNCLEAR;
            case APPLIED -> AllowanceText.WANTED_APPLIED;
            case NOT_APPLIED -> AllowanceText.WANTED_NOT_APPLIED;
        };
    }
}
