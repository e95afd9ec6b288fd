package cn.suinian.gateway.console.reconciliation.approval;

import static cn.suinian.core.staff.Permission.RECONCILE_APPROVE;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that wait, one of them, and its decision. */
public final class ApprovalPages {
    private static final String LIST = "/reconciliation/approvals";
    private static final String ONE = LIST + "/:no";
    private static final String FROM = "from";
    private static final String INBOX = "inbox";
    private static final int PAGE = 50;

    /** More than ever wait; the list is paged within them. */
    private static final int MOST = 1_000;

    private final ReconciliationOffice office;
    private final Inbox inbox;

    public ApprovalPages(ReconciliationOffice office) {
        this.office = office;
        this.inbox = new Inbox(office);
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(LIST, RECONCILE_VIEW, this::list),
                ConsoleRoute.form(ONE, RECONCILE_VIEW, this::one),
                Known.around(ConsoleRoute.act(ONE + "/approve", RECONCILE_APPROVE, this::approve, this::one)),
                Known.around(ConsoleRoute.act(ONE + "/refuse", RECONCILE_APPROVE, this::refuse, this::one)));
    }

    /** The address of one for whoever comes from the inbox of the whole console, and goes back there. */
    static String fromInbox(Waiting waiting) {
        return new Address(waiting.path()).with(FROM, INBOX).toString();
    }

    private static boolean isFromInbox(Visit visit) {
        return visit.query(FROM).filter(INBOX::equals).isPresent();
    }

    private static Answer.Onward back(Visit visit) {
        return Answer.to(isFromInbox(visit) ? InboxPages.PATH : LIST);
    }

    private Answer list(Visit visit) throws SQLException {
        long after = Math.max(0, visit.queryNumber("after"));
        List<Waiting> behind = inbox.list(visit.actor(), MOST).stream()
                .filter(each -> each.request().requestNo() > after)
                .limit(PAGE + 1)
                .toList();
        List<Waiting> shown = behind.subList(0, Math.min(PAGE, behind.size()));
        String older = behind.size() > PAGE
                ? new Address(LIST)
                        .with("after", shown.get(PAGE - 1).request().requestNo())
                        .toString()
                : null;
        ApprovalsView view =
                new ApprovalsView(visit.form(Problems.NONE), names(visit), shown, after == 0 ? null : LIST, older);
        return Answer.page("reconciliation/approvals.jte", Map.of("view", view));
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        Optional<Waiting> found = find(visit);
        if (found.isEmpty()) {
            boolean looked = visit.typed().all().isEmpty();
            return Answer.error(looked ? ErrorPage.NOT_FOUND : ErrorPage.CHANGED_MEANWHILE);
        }
        ApprovalsView view = new ApprovalsView(visit.form(problems), names(visit), List.of(found.get()), null, null);
        return Answer.page("reconciliation/approval.jte", Map.of("view", view, "inbox", isFromInbox(visit)));
    }

    private Answer approve(Visit visit) throws SQLException {
        Optional<Waiting> found = find(visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        long request = found.get().request().requestNo();
        String line = line(visit, found.get());
        String said = line;
        if (found.get().adjustment().isPresent()) {
            office.adjustments().approve(visit.actor(), request);
            said = office.adjustments()
                    .bookedOn(visit.actor(), request)
                    .map(day -> line + " · " + visit.frame().say(ApprovalText.BOOKED_ON, day))
                    .orElse(line);
        } else if (found.get().rule().isPresent()) {
            office.rules().approve(visit.actor(), request);
        } else {
            office.excuses().approve(visit.actor(), request);
        }
        return back(visit).saying(Flash.done(visit.frame().say(ApprovalText.APPROVED, said)));
    }

    private Answer refuse(Visit visit) throws SQLException {
        Optional<Waiting> found = find(visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        long request = found.get().request().requestNo();
        String reason = visit.typed().text("reason");
        String said = line(visit, found.get());
        if (found.get().adjustment().isPresent()) {
            office.adjustments().decline(visit.actor(), request, reason);
        } else if (found.get().rule().isPresent()) {
            office.rules().decline(visit.actor(), request, reason);
        } else {
            office.excuses().decline(visit.actor(), request, reason);
        }
        return back(visit).saying(Flash.done(visit.frame().say(ApprovalText.REFUSED, said)));
    }

    private String line(Visit visit, Waiting waiting) throws SQLException {
        return new ApprovalsView(visit.form(Problems.NONE), names(visit), List.of(waiting), null, null).inALine();
    }

    private Optional<Waiting> find(Visit visit) throws SQLException {
        long number = visit.number("no");
        return inbox.list(visit.actor(), MOST).stream()
                .filter(each -> each.request().requestNo() == number)
                .findFirst();
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
