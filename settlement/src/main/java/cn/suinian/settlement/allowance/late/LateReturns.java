package cn.suinian.settlement.allowance.late;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.approval.RequestEnd;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Holders;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** That the bank returned what it had paid: recorded by one and booked by another. Blocks. */
public final class LateReturns {
    /** The kind of its requests; their subject is the payment. */
    public static final String REQUEST = "ALLOWANCE_LATE_RETURN";

    private static final int MOST = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{0,32}");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;
    private final RequestEnd ending;

    public LateReturns(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = new Approvals(clock);
        this.audit = audit;
        this.clock = clock;
        this.ending = new RequestEnd(
                transactions, approvals, audit, REQUEST, AllowanceRefusal.REASON_NEEDED, LateReturns::ended);
    }

    /**
     * Records what the bank said. Nothing changes before another person agrees.
     *
     * @param returnedOn the day by the bank: from the month of the run to today
     * @param code why, by the bank's own code: at most 32 letters, digits, - and _; empty: it gave none
     * @param reason what shows it; one line
     * @return the number of the request
     */
    public long ask(Actor actor, long runNo, long paymentNo, LocalDate returnedOn, String code, String reason)
            throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE);
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        String given = code.strip();
        if (!CODE.matcher(given).matches()) {
            throw new RefusedException(AllowanceRefusal.CODE_INVALID, "code");
        }
        return transactions.run(transaction -> {
            LateStore store = new LateStore(transaction);
            PaidPayment payment = store.hold(paymentNo)
                    .filter(found -> found.runNo() == runNo)
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_PAYMENT, "payment"));
            Access.require(actor, Permission.ALLOWANCE_PREPARE, payment.district());
            requirePaid(payment);
            requireDay(payment, returnedOn);
            long requestNo = approvals.ask(transaction, actor, REQUEST, paymentNo, why);
            store.add(requestNo, payment, returnedOn, given);
            record(transaction, actor, "ALLOWANCE_LATE_RETURN_ASKED", payment, why);
            return requestNo;
        });
    }

    /** What waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<LateReturn> listWaiting(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> new LateStore(transaction).waiting(actor, null, MOST));
    }

    /** What waits about one payment that the actor may see. */
    public Optional<LateReturn> findWaiting(Actor actor, long paymentNo) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction ->
                new LateStore(transaction).waiting(actor, paymentNo, 1).stream().findFirst());
    }

    /**
     * Agrees: the payment counts as returned and the journal takes it back; what is still owed is listed again.
     *
     * @throws RefusedException with {@code TOOK_THE_RESULT} when they took in that it was paid
     */
    public void approve(Actor actor, long requestNo) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo);
            LateStore store = new LateStore(transaction);
            PaidPayment payment = store.hold(request.subject()).orElseThrow();
            Access.require(actor, Permission.ALLOWANCE_APPROVE, payment.district());
            if (payment.isTakenBy(actor)) {
                throw new RefusedException(AllowanceRefusal.TOOK_THE_RESULT);
            }
            requirePaid(payment);
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            store.returned(store.said(request, payment), clock.instant());
            post(new Ledger(transaction), payment);
            record(transaction, actor, "ALLOWANCE_RETURNED_LATE", payment, request.reason());
            return true;
        });
    }

    /** It did not come back: the payment stands as paid. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back: the payment stands as paid. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    /** It is back at the bank and not owed through its run any more: the next one lists it again. */
    private static void post(Ledger ledger, PaidPayment payment) throws SQLException {
        Payer payer = Payer.of(payment.district());
        Entry back = new Entry(
                Entry.Kind.ALLOWANCE_RETURN, new Bank(payer), new Holders(), payment.fen(), payment.reference());
        Entry owed = new Entry(
                Entry.Kind.ALLOWANCE_RECOVERY,
                new Holders(),
                new Owing(payer, Service.ALLOWANCE),
                payment.fen(),
                payment.reference());
        if (!ledger.post(back) || !ledger.post(owed)) {
            throw new IllegalStateException(payment.reference() + " was booked before");
        }
    }

    private static void requirePaid(PaidPayment payment) {
        if (payment.outcome() == null) {
            throw new RefusedException(AllowanceRefusal.NOT_PAID, "payment");
        }
        if (!payment.outcome().equals("PAID")) {
            throw new RefusedException(AllowanceRefusal.RETURNED_ALREADY, "payment");
        }
    }

    private void requireDay(PaidPayment payment, LocalDate day) {
        if (day.isBefore(payment.month().atDay(1)) || day.isAfter(LocalDate.now(clock.withZone(SHANGHAI)))) {
            throw new RefusedException(AllowanceRefusal.RETURN_DAY_WRONG, "returnedOn");
        }
    }

    private static AuditEntry ended(Connection transaction, Actor actor, long paymentNo, Outcome outcome)
            throws SQLException {
        PaidPayment payment = new LateStore(transaction).find(paymentNo).orElseThrow();
        Access.requireEnd(actor, outcome, payment.district());
        String act =
                outcome == Outcome.WITHDRAWN ? "ALLOWANCE_LATE_RETURN_WITHDRAWN" : "ALLOWANCE_LATE_RETURN_REJECTED";
        return entry(act, payment);
    }

    private static AuditEntry entry(String act, PaidPayment payment) {
        return AuditEntry.of(act, "HOLDER", payment.holderId())
                .with(Map.of(
                        "run", Long.toString(payment.runNo()),
                        "payment", Long.toString(payment.paymentNo()),
                        "fen", Long.toString(payment.fen())));
    }

    private void record(Connection transaction, Actor actor, String act, PaidPayment payment, String why)
            throws SQLException {
        audit.append(transaction, actor, entry(act, payment).because(why));
    }
}
