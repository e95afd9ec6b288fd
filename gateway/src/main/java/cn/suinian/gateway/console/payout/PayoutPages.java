package cn.suinian.gateway.console.payout;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.payout.BatchView.Files;
import cn.suinian.gateway.console.payout.account.AccountPages;
import cn.suinian.gateway.console.payout.bank.AnswerPages;
import cn.suinian.gateway.console.payout.bank.DisproofPages;
import cn.suinian.gateway.console.payout.bank.ReturnPages;
import cn.suinian.gateway.console.payout.statement.StatementPages;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.BatchFilter;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutFile;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.PayoutRefusal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every page about paying vendors. */
public final class PayoutPages {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.SETTLEMENT, "/payouts", Permission.PAYOUT_VIEW, PayoutText.TITLE, PayoutText.LINE);

    private static final String PAYOUTS = "/payouts";
    private static final String ONE = "/payouts/:no";
    private static final List<String> FIELDS = List.of("payer", "state", "before");

    private final PayoutOffice office;
    private final Clock clock;

    public PayoutPages(PayoutOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** Every route; those with a word of their own come before those with a batch's number. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> batches = List.of(
                ConsoleRoute.get(ONE, Permission.PAYOUT_VIEW, this::batch),
                ConsoleRoute.get("/payouts/payments/:no", Permission.PAYOUT_VIEW, this::ofPayment));
        return Stream.of(
                        List.of(ConsoleRoute.get(PAYOUTS, Permission.PAYOUT_VIEW, this::list)),
                        new DuePages(office).routes(),
                        new AnswerPages(office).routes(),
                        new ReturnPages(office).routes(),
                        new DisproofPages(office).routes(),
                        new AccountPages(office).routes(),
                        new StatementPages(office).routes(),
                        NotThere.around(batches, PayoutRefusal.NO_SUCH_BATCH),
                        NotThere.around(
                                new BatchActs(office, clock).routes(),
                                PayoutRefusal.NO_SUCH_BATCH,
                                PayoutRefusal.NO_SUCH_FILE))
                .flatMap(List::stream)
                .toList();
    }

    private Answer list(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<Payer> only = PayoutLists.onlyPayer(visit.actor());
        Optional<Payer> payer = asked.payer("payer");
        Optional<PayoutBatch.State> state = asked.choice("state", PayoutBatch.State.class);
        long before = asked.number("before");
        BatchFilter filter = new BatchFilter(payer, state);
        List<PayoutBatch> found = office.lists().page(visit.actor(), filter, before, Slice.ROWS + 1);
        List<PayoutBatch> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        Address here = new Address(PAYOUTS)
                .with("payer", payer.map(Payer::code).orElse(null))
                .with("state", state.map(Enum::name).orElse(null));
        BatchesView view = new BatchesView(
                visit.form(asked.typed(), asked.problems()),
                only,
                shown,
                office.lists().count(visit.actor(), filter),
                payer.isPresent() || state.isPresent(),
                before == 0 ? null : here.toString(),
                found.size() > Slice.ROWS
                        ? here.with("before", shown.get(shown.size() - 1).batchNo())
                                .toString()
                        : null);
        return Answer.page("payout/list.jte", Map.of("view", view));
    }

    private Answer ofPayment(Visit visit) throws SQLException {
        PayoutBatch batch = office.lists().getOfPayment(visit.actor(), NotThere.number(visit, "no"));
        return Answer.to("/payouts/" + batch.batchNo());
    }

    private Answer batch(Visit visit) throws SQLException {
        long batchNo = NotThere.number(visit, "no");
        PayoutBatch batch = office.lists().get(visit.actor(), batchNo);
        FormView form = visit.form(Problems.NONE);
        List<Files> files = new ArrayList<>();
        Map<Long, AuditRow> taken = office.files().lastTaken(visit.actor(), batchNo);
        for (PayoutFile file : office.files().list(visit.actor(), batchNo)) {
            files.add(new Files(file, visit.form(Problems.NONE), visit.form(Problems.NONE), taken.get(file.fileNo())));
        }
        BatchView view = new BatchView(
                form,
                batch,
                office.lists().payments(visit.actor(), batchNo),
                office.lists().withheld(visit.actor(), batchNo),
                files,
                visit.query("after").orElse(""),
                visit.query("afterWithheld").orElse(""));
        return Answer.page("payout/batch.jte", Map.of("view", view));
    }
}
