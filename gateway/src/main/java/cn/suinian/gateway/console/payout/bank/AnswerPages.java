package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.payout.bank.AnswerViews.ListView;
import cn.suinian.gateway.console.payout.bank.AnswerViews.OneView;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.BankAnswer;
import cn.suinian.settlement.payout.BankAnswers;
import cn.suinian.settlement.payout.PayoutRefusal;
import cn.suinian.settlement.payout.iso20022.StatusReportXml;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Status files of the bank: taking one, those so far, and what each changed. */
public final class AnswerPages {

    private static final String ANSWERS = "/payouts/answers";
    private static final List<String> FIELDS = List.of("effect", "from", "before");
    private static final int LONGEST_NAME = 120;

    private final BankAnswers answers;

    public AnswerPages(PayoutOffice office) {
        this.answers = office.answers();
    }

    public List<ConsoleRoute> routes() {
        return NotThere.around(List.of(
                ConsoleRoute.form(ANSWERS, Permission.PAYOUT_VIEW, this::list),
                ConsoleRoute.act(ANSWERS, Permission.PAYOUT_PREPARE, this::take, this::list)
                        .taking(BodyLimit.oneFile(StatusReportXml.MOST_BYTES)),
                ConsoleRoute.get(ANSWERS + "/:no", Permission.PAYOUT_VIEW, this::one)));
    }

    private Answer list(Visit visit, Problems problems) throws SQLException {
        long before = Math.max(0, visit.queryNumber("before"));
        List<BankAnswer> found = answers.page(visit.actor(), before, Slice.ROWS + 1);
        List<BankAnswer> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        ListView view = new ListView(
                visit.form(problems),
                shown,
                before == 0 ? null : ANSWERS,
                found.size() > Slice.ROWS
                        ? new Address(ANSWERS)
                                .with("before", shown.get(shown.size() - 1).fileNo())
                                .toString()
                        : null);
        return Answer.page("payout/bank/answers.jte", Map.of("view", view));
    }

    private Answer take(Visit visit) throws SQLException, IOException {
        Optional<Upload> file = visit.typed().file("file");
        if (file.isEmpty()) {
            Problems.NONE.and("file", BankText.FILE_WANTED).stopIfAny();
        }
        Upload upload = file.orElseThrow();
        BankAnswer answer = take(visit, upload);
        return Answer.to(ANSWERS + "/" + answer.fileNo()).saying(told(visit, answer));
    }

    private static Flash told(Visit visit, BankAnswer answer) {
        long undone = AnswerViews.undone(answer);
        int rows = answer.rows().size();
        if (answer.takenBefore()) {
            return Flash.note(visit.frame().say(BankText.TAKEN_BEFORE));
        }
        return undone == 0
                ? Flash.done(visit.frame().say(BankText.TAKEN_SAID, rows))
                : Flash.warning(visit.frame().say(BankText.TAKEN_BUT, rows, undone));
    }

    /** What a file is broken by is told with it. */
    private BankAnswer take(Visit visit, Upload upload) throws SQLException, IOException {
        try {
            return answers.take(
                    visit.actor(),
                    name(upload.fileName()),
                    new ByteArrayInputStream(upload.content().getBytes()));
        } catch (RefusedException refused) {
            FieldRefusal first = refused.all().get(0);
            String why = first.details().get("why");
            if (first.refusal() == PayoutRefusal.FILE_BROKEN && why != null) {
                Problems.NONE
                        .and(
                                "file",
                                first.refusal().zh() + first.details().getOrDefault("whyZh", why),
                                first.refusal().en() + " " + why)
                        .stopIfAny();
            }
            throw refused;
        }
    }

    /** Browsers send a name, or a path; the end of it is what people know it by. */
    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip();
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }

    private Answer one(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<BankAnswer> found = answers.find(visit.actor(), NotThere.number(visit, "no"));
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Optional<Effect> effect = asked.choice("effect", Effect.class);
        long from = asked.number("from");
        OneView view = new OneView(visit.form(asked.typed(), asked.problems()), found.get(), effect, from);
        return Answer.page("payout/bank/answer.jte", Map.of("view", view));
    }
}
