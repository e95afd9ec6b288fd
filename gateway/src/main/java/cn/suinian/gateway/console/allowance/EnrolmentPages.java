package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.message.MessagePages;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.enrolment.Enrolment;
import cn.suinian.settlement.allowance.enrolment.Invitation;
import cn.suinian.settlement.allowance.enrolment.Invitation.Wanted;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is invited to apply, and what they replied. */
final class EnrolmentPages {

    static final String ENROLMENT = "/allowance/enrolment";

    private static final String INVITE = ENROLMENT + "/invite";
    private static final String REPLIES = ENROLMENT + "/replies";
    private static final String REPLY = ENROLMENT + "/:message/reply";
    private static final int PAGE = 50;
    private static final int FILE_BYTES = 8 << 20;

    private final AllowanceOffice office;

    EnrolmentPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_PREPARE;
        return List.of(
                ConsoleRoute.form(ENROLMENT, Permission.ALLOWANCE_VIEW, this::list),
                ConsoleRoute.form(INVITE, may, this::askToInvite),
                ConsoleRoute.act(INVITE, may, this::invite, this::askToInvite),
                ConsoleRoute.form(REPLIES, may, this::askForReplies),
                ConsoleRoute.act(REPLIES, may, this::replies, this::askForReplies)
                        .taking(BodyLimit.oneFile(FILE_BYTES)),
                ConsoleRoute.form(REPLY, may, this::askForReply),
                ConsoleRoute.act(REPLY, may, this::reply, this::askForReply));
    }

    private Answer list(Visit visit, Problems problems) throws SQLException {
        Typed asked = LinePages.asked(visit, "wanted");
        Wanted wanted = asked.choice("wanted", Wanted.class).orElse(Wanted.ALL);
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Invitation> found = office.enrolment().list(visit.actor(), wanted, after, PAGE + 1);
        List<Invitation> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = new Address(ENROLMENT)
                .with("wanted", wanted == Wanted.ALL ? null : wanted)
                .text();
        EnrolmentView view = new EnrolmentView(
                visit.form(asked.with("wanted", wanted.name()), problems),
                shown,
                LinePages.turns(
                        here, after, found.size() > PAGE ? shown.get(PAGE - 1).messageNo() : 0));
        return Answer.page(
                "allowance/enrolment.jte",
                Map.of(
                        "view",
                        view,
                        "failed",
                        MessagePages.invited(
                                view.frame(), office.failedMessages().listInvited(visit.actor()))));
    }

    private Answer askToInvite(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Enrolment.Invitable invitable = office.enrolment().countInvitable(visit.actor());
        District own = visit.actor().scope().district();
        String where = own == null ? frame.say(AllowanceText.THE_CITY) : Words.of(own, frame.language());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(AllowanceText.DISTRICT), where);
        facts.put(frame.say(AllowanceText.INVITE_PEOPLE), Figures.count(invitable.people()));
        facts.put(frame.say(AllowanceText.INVITE_TEXTS), Figures.count(invitable.texts()));
        Confirmation confirmation = new Confirmation(
                form,
                INVITE,
                frame.say(AllowanceText.INVITE_ASK, where, Figures.count(invitable.people())),
                frame.say(AllowanceText.INVITE_ASK_LINE),
                facts,
                frame.say(AllowanceText.INVITE),
                ENROLMENT,
                0,
                true);
        return Answer.page("allowance/ask.jte", Map.of("view", confirmation));
    }

    private Answer invite(Visit visit) throws SQLException {
        int invited = office.enrolment().invite(visit.actor());
        return done(visit, AllowanceText.INVITED_SAID, invited);
    }

    private Answer askForReplies(Visit visit, Problems problems) {
        return Answer.page("allowance/replies.jte", Map.of("form", visit.form(problems)));
    }

    private Answer replies(Visit visit) throws SQLException {
        Optional<Upload> file = visit.typed().file("file");
        if (file.isEmpty()) {
            Problems.NONE.and("file", AllowanceText.FILE_WANTED).stopIfAny();
        }
        Enrolment.Replies taken = taken(visit, file.orElseThrow().content().getBytes());
        return done(
                visit,
                AllowanceText.REPLIES_SAID,
                taken.lines(),
                taken.applied(),
                taken.notApplied(),
                taken.unclear(),
                taken.known(),
                taken.unknown());
    }

    private Enrolment.Replies taken(Visit visit, byte[] content) throws SQLException {
        try {
            return office.enrolment().takeReplies(visit.actor(), new ByteArrayInputStream(content));
        } catch (RefusedException refused) {
            byLines(refused).stopIfAny();
            throw refused;
        }
    }

    /** The lines of a file that cannot be taken, and why. */
    private static Problems byLines(RefusedException refused) {
        Problems problems = Problems.NONE;
        for (FieldRefusal each : refused.all()) {
            String lines = each.details().get("lines");
            if (lines != null) {
                problems = problems.and(
                        "file",
                        String.format(
                                AllowanceText.FILE_LINES.zh(),
                                lines.replace(", ", "、"),
                                each.refusal().zh()),
                        String.format(
                                AllowanceText.FILE_LINES.en(),
                                lines,
                                each.refusal().en()));
            }
        }
        return problems;
    }

    private Answer askForReply(Visit visit, Problems problems) throws SQLException {
        long messageNo = NotThere.number(visit, "message");
        Invitation invitation = office.enrolment().list(visit.actor(), messageNo - 1, 1).stream()
                .filter(each -> each.messageNo() == messageNo)
                .findFirst()
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_HOLDER));
        FormView form = visit.form(problems);
        EnrolmentView view = new EnrolmentView(form, List.of(invitation), new ListView.Turns(null, null));
        return Answer.page("allowance/reply.jte", Map.of("view", view, "answers", answers(form.frame())));
    }

    private Answer reply(Visit visit) throws SQLException {
        String answer = visit.typed().text("answer");
        Problems problems = List.of("yes", "no").contains(answer)
                ? Problems.NONE
                : Problems.NONE.and("answer", AllowanceText.ANSWER_WANTED);
        Optional<LocalDate> on = day(visit);
        problems = on.isEmpty() ? problems.and("on", AllowanceText.DAY_WANTED) : problems;
        problems.stopIfAny();
        office.enrolment()
                .recordReply(visit.actor(), NotThere.number(visit, "message"), answer.equals("yes"), on.orElseThrow());
        return done(visit, AllowanceText.REPLY_SAID);
    }

    private static List<Option> answers(Frame frame) {
        return List.of(
                new Option("yes", frame.say(AllowanceText.ANSWER_YES)),
                new Option("no", frame.say(AllowanceText.ANSWER_NO)));
    }

    private static Optional<LocalDate> day(Visit visit) {
        try {
            return visit.typed().find("on").map(LocalDate::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Answer done(Visit visit, AllowanceText said, Object... values) {
        return Answer.to(ENROLMENT).saying(Flash.done(visit.frame().say(said, values)));
    }
}
