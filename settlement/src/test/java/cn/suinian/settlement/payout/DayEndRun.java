package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.TODAY;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.reconciliation.Reconciliation;
import cn.suinian.settlement.seal.DaySealing;
import cn.suinian.settlement.seal.SealGate;
import cn.suinian.settlement.seal.Sealing;
import cn.suinian.settlement.seal.publication.Publishing;
import cn.suinian.settlement.seal.publication.policy.Suppression;
import cn.suinian.settlement.statement.IngestProgress;
import cn.suinian.settlement.statement.Statements;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Does a whole day end from wherever it stands, in a process of its own too: what a house does after a crash. */
final class DayEndRun {
    private final PayoutCity pay;
    private final Consumer<String> step;
    private final Statements statements;
    private final Reconciliation reconciliation;
    private final DayActs acts;
    private final DaySealing sealing;
    private final Publishing publishing;

    private DayEndRun(PayoutCity pay, Consumer<String> step) {
        this.pay = pay;
        this.step = step;
        AuditLog audit = new AuditLog(pay.parts.clock());
        this.statements = new Statements(pay.transactions, audit, pay.parts.clock());
        this.reconciliation = new Reconciliation(pay.transactions, audit, pay.parts.clock());
        this.acts = new DayActs(pay.transactions, List.of(pay.parts.gate(), new SealGate()), audit, pay.parts.clock());
        Database database = pay.city.database();
        Sealing seals = new Sealing(
                database.dataSource(), PayoutCity.signing(), audit, pay.parts.clock(), State.PAID, "a child");
        this.sealing = new DaySealing(database.dataSource(), seals, acts, "a child");
        this.publishing = new Publishing(
                database.dataSource(), seals, PayoutCity.signing(), audit, pay.parts.clock(), Suppression.OF_THE_CITY);
    }

    /** Whoever kills it reads from what it says in which step that was. */
    public static void main(String[] arguments) throws Exception {
        PrintStream steps = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        from(Database.parse(arguments[0]), steps::println, Path.of(arguments[1]));
    }

    /** The same in this process. */
    static void from(Database database, Consumer<String> step, Path statement) throws SQLException, IOException {
        try (PayoutCity pay = new PayoutCity(City.at(database), PayoutCity.signing())) {
            DayEndRun run = new DayEndRun(pay, step);
            step.accept("ready");
            run.goOn(statement);
        }
    }

    private void goOn(Path statement) throws SQLException, IOException {
        step.accept("clear");
        pay.city.close(DAY_1);
        step.accept("import");
        try (InputStream file = Files.newInputStream(statement)) {
            statements.take(MAKER, METRO, "a statement", file, IngestProgress.SILENT);
        }
        step.accept("compare");
        reconciliation.run(MAKER, METRO, DAY_1);
        step.accept("approve");
        acts.reconcile(MAKER, DAY_1);
        if (state().compareTo(State.APPROVED) < 0) {
            acts.approve(CHECKER, request());
        }
        if (state().compareTo(State.PAID) < 0) {
            pay();
        }
        step.accept("seal");
        sealing.seal(CHECKER, DAY_1);
        step.accept("publish");
        publishing.publish(DAY_1);
        step.accept("end");
    }

    private void pay() throws SQLException, IOException {
        step.accept("pay");
        payAll();
        step.accept("answer");
        takeAnswer();
        resolveReturns();
        step.accept("pay again");
        payAll();
        acts.markPaid(CHECKER, DAY_1);
    }

    /** The bank pays all of the first batch but the last payment. */
    private void takeAnswer() throws SQLException, IOException {
        long batch = Long.parseLong(pay.city.ask("SELECT min(batch_no) FROM payout_batch WHERE state = 'SENT'"));
        String sent = pay.lists.get(MAKER, batch).messageId();
        List<Payment> payments = pay.lists.payments(MAKER, batch);
        String refused = payments.get(payments.size() - 1).id() + " RJCT AC04";
        pay.take(PayoutCity.report("R" + sent, sent, "ACSC", refused));
    }

    private void resolveReturns() throws SQLException {
        for (PaymentReturn open : pay.returns.page(CHECKER, true, 0, 1)) {
            pay.returns.resolve(CHECKER, open.paymentNo(), "the account is open again");
        }
    }

    private long request() throws SQLException {
        String waiting = pay.city.ask(
                "SELECT max(request_no) FROM approval_request WHERE kind = 'APPROVE_DAY' AND outcome IS NULL");
        return waiting == null ? acts.askToApprove(MAKER, DAY_1, "figures agree") : Long.parseLong(waiting);
    }

    private void payAll() throws SQLException {
        try {
            while (true) {
                String unsent =
                        pay.city.ask("SELECT max(batch_no) FROM payout_batch WHERE state IN ('PREPARED', 'APPROVED')");
                long batch = unsent == null
                        ? pay.payouts
                                .prepare(MAKER, Payer.CITY, DAY_1, "weekly payout")
                                .batchNo()
                        : Long.parseLong(unsent);
                if (pay.lists.get(MAKER, batch).state() == PayoutBatch.State.PREPARED) {
                    pay.payouts.approve(CHECKER, batch);
                }
                pay.payouts.send(MAKER, batch, TODAY);
            }
        } catch (RefusedException done) {
            if (done.refusal() != PayoutRefusal.NOTHING_TO_PAY) {
                throw done;
            }
        }
    }

    private State state() throws SQLException {
        return State.valueOf(pay.city.ask("SELECT state FROM business_day WHERE day = '" + DAY_1 + "'"));
    }
}
