package cn.suinian.gateway.console.allowance.message;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.outcome.FailedMessages;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Messages that were given up are sent again: those of a run, and invitations. */
public final class MessagePages {

    private static final String RUN = "/allowance/runs/:run/messages";
    private static final String ENROLMENT = "/allowance/enrolment";
    private static final String INVITED = ENROLMENT + "/messages";

    private final FailedMessages messages;

    public MessagePages(AllowanceOffice office) {
        this.messages = office.failedMessages();
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_PREPARE;
        return List.of(
                ConsoleRoute.form(RUN, may, this::askOfRun),
                ConsoleRoute.act(RUN, may, this::ofRun, this::askOfRun),
                ConsoleRoute.form(INVITED, may, this::askInvited),
                ConsoleRoute.act(INVITED, may, this::invited, this::askInvited));
    }

    private static String path(long runNo) {
        return "/allowance/runs/" + runNo;
    }

    /** Those of a run. */
    public static FailedView ofRun(Frame frame, long runNo, List<Long> holders) {
        return new FailedView(frame, path(runNo) + "/messages", holders);
    }

    /** Those of invitations. */
    public static FailedView invited(Frame frame, List<Long> holders) {
        return new FailedView(frame, INVITED, holders);
    }

    private Answer askOfRun(Visit visit, Problems problems) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        FormView form = visit.form(problems);
        return ask(form, ofRun(form.frame(), runNo, messages.listOfRun(visit.actor(), runNo)), path(runNo));
    }

    private Answer askInvited(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        return ask(form, invited(form.frame(), messages.listInvited(visit.actor())), ENROLMENT);
    }

    private static Answer ask(FormView form, FailedView failed, String cancel) {
        if (!failed.any()) {
            throw new RefusedException(AllowanceRefusal.NO_FAILED_MESSAGE);
        }
        Confirmation confirmation = new Confirmation(
                        form,
                        failed.path(),
                        failed.say(MessageText.ASK, failed.count()),
                        failed.say(MessageText.ASK_LINE),
                        Map.of(failed.say(MessageText.HOLDERS), failed.numbers()),
                        failed.say(MessageText.AGAIN),
                        cancel,
                        0,
                        true)
                .withoutHarm();
        return Answer.page("allowance/ask.jte", Map.of("view", confirmation));
    }

    private Answer ofRun(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return said(visit, messages.sendAgain(visit.actor(), runNo), path(runNo));
    }

    private Answer invited(Visit visit) throws SQLException {
        return said(visit, messages.inviteAgain(visit.actor()), ENROLMENT);
    }

    private static Answer said(Visit visit, int queued, String to) {
        return Answer.to(to).saying(Flash.done(visit.frame().say(MessageText.AGAIN_SAID, queued)));
    }
}
