package cn.suinian.settlement.payout;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import cn.suinian.settlement.payout.BankAnswer.Row;
import cn.suinian.settlement.payout.BankAnswerStore.Arrived;
import cn.suinian.settlement.payout.iso20022.StatusReport;
import cn.suinian.settlement.payout.iso20022.StatusReport.Scope;
import cn.suinian.settlement.payout.iso20022.StatusReport.Status;
import cn.suinian.settlement.payout.iso20022.StatusReportXml;
import cn.suinian.settlement.payout.iso20022.UnreadableReportException;
import cn.suinian.settlement.payout.policy.BankVerdict;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import cn.suinian.settlement.payout.policy.BankVerdict.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes status files of banks (pain.002.001.10), each once. Blocks; refusals are {@link PayoutRefusal}. */
public final class BankAnswers {
    private static final Pattern BATCH = Pattern.compile("SNB([0-9]{12})");
    private static final int LONGEST_NAME = 120;

    private final PayoutParts parts;

    public BankAnswers(PayoutParts parts) {
        this.parts = parts;
    }

    /**
     * Takes a file. Payments that the bank rejected or returned are owed again and stand in the worklist of
     * {@link PaymentReturns}, and their vendors are paid nothing until another person resolves them; a number that we
     * do not know, another amount than was ordered, or what contradicts what the bank said before, changes nothing and
     * is a row of the answer.
     *
     * @throws RefusedException with FILE_BROKEN and why, when it is no such file
     * @throws IOException when reading what was sent failed
     */
    public BankAnswer take(Actor actor, String name, InputStream in) throws SQLException, IOException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        if (name.isBlank() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException(PayoutRefusal.FILE_NAME_INVALID, "file");
        }
        byte[] content = in.readNBytes(StatusReportXml.MOST_BYTES + 1);
        StatusReport report = read(content);
        byte[] hash = Sm3.digest(content);
        return parts.transactions()
                .run(transaction -> take(transaction, actor, new Arrived(name, content, hash, report)));
    }

    private static StatusReport read(byte[] content) {
        try {
            return StatusReportXml.read(content);
        } catch (UnreadableReportException broken) {
            String why = broken.getMessage();
            Map<String, String> details = Map.of("why", why == null ? "" : why, "whyZh", broken.zh());
            throw new RefusedException(PayoutRefusal.FILE_BROKEN, "file", details);
        }
    }

    private BankAnswer take(Connection transaction, Actor actor, Arrived arrived) throws SQLException {
        Instant now = parts.clock().instant();
        StatusReport report = arrived.report();
        Optional<PayoutBatch> batch = batch(transaction, report.originalMessageId());
        if (batch.isPresent()) {
            Permits.require(actor, Permission.PAYOUT_PREPARE, batch.get().payer());
        } else {
            Permits.requireCity(actor, Permission.PAYOUT_PREPARE);
        }
        long next = BankAnswerStore.nextNo(transaction);
        byte[] sealed = parts.seals().seal(SealedColumn.BANK_STATUS_FILE, next, arrived.content());
        OptionalLong fileNo = BankAnswerStore.add(transaction, actor, next, arrived, sealed, now);
        if (fileNo.isEmpty()) {
            return BankAnswerStore.findByHash(transaction, arrived.hash()).orElseThrow();
        }
        List<Row> rows = batch.isPresent()
                ? new Applying(transaction, batch.get(), next, now).apply(report)
                : report.statuses().stream().map(BankAnswers::unknown).toList();
        BankAnswerStore.addRows(transaction, next, rows);
        BankAnswer answer = BankAnswerStore.find(transaction, next).orElseThrow();
        parts.audit().append(transaction, actor, entry(answer));
        return answer;
    }

    /** An answer that was taken before, with its rows; of another payer's batch there is none. */
    public Optional<BankAnswer> find(Actor actor, long fileNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        Optional<Payer> only = Permits.only(actor);
        return parts.transactions().run(transaction -> {
            Optional<BankAnswer> found = BankAnswerStore.find(transaction, fileNo);
            if (found.isEmpty() || only.isEmpty()) {
                return found;
            }
            OptionalLong batchNo = batchNo(found.get().originalId());
            Optional<Payer> payer = batchNo.isPresent()
                    ? PayoutStore.find(transaction, batchNo.getAsLong()).map(PayoutBatch::payer)
                    : Optional.empty();
            return found.filter(answer -> payer.equals(only));
        });
    }

    /**
     * Answers without their rows, the newest first; those of their own batches for who works for a district.
     *
     * @param before the last of the page before; 0 for the first page
     * @param limit at most 200
     */
    public List<BankAnswer> page(Actor actor, long before, int limit) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        Optional<Payer> only = Permits.only(actor);
        return parts.transactions()
                .run(transaction ->
                        BankAnswerStore.page(transaction, only, PayoutLists.below(before), PayoutLists.rows(limit)));
    }

    private static Optional<PayoutBatch> batch(Connection transaction, String messageId) throws SQLException {
        OptionalLong batchNo = batchNo(messageId);
        return batchNo.isPresent() ? PayoutStore.lock(transaction, batchNo.getAsLong()) : Optional.empty();
    }

    private static OptionalLong batchNo(String messageId) {
        Matcher ours = BATCH.matcher(messageId);
        return ours.matches() ? OptionalLong.of(Long.parseLong(ours.group(1))) : OptionalLong.empty();
    }

    private static Row unknown(Status status) {
        return row(status, null, Effect.UNKNOWN_ID);
    }

    private static Row row(Status status, @Nullable Long paymentNo, Effect effect) {
        String amount = status.amount() == null ? null : status.amount().toString();
        return new Row(status.scope(), status.id(), status.code(), status.reason(), amount, paymentNo, effect);
    }

    private static AuditEntry entry(BankAnswer answer) {
        Map<String, String> counts = new HashMap<>();
        for (Effect effect : Effect.values()) {
            if (answer.count(effect) > 0) {
                counts.put(effect.name(), Long.toString(answer.count(effect)));
            }
        }
        counts.put("original", answer.originalId().matches("[A-Za-z0-9]{1,35}") ? answer.originalId() : "?");
        return AuditEntry.of("BANK_STATUS_TAKEN", "BANK_STATUS", answer.fileNo())
                .with(counts);
    }

    /** One report on the payments of one batch, which are all locked. */
    private static final class Applying {
        private final Connection transaction;
        private final Payer payer;
        private final String messageId;
        private final long fileNo;
        private final Instant now;
        private final Map<String, Payment> payments = new LinkedHashMap<>();
        private final List<Row> rows = new ArrayList<>();

        Applying(Connection transaction, PayoutBatch batch, long fileNo, Instant now) throws SQLException {
            this.transaction = transaction;
            this.payer = batch.payer();
            this.messageId = batch.messageId();
            this.fileNo = fileNo;
            this.now = now;
            for (Payment payment : PaymentStore.lock(transaction, batch.batchNo())) {
                payments.put(payment.id(), payment);
            }
        }

        /** What is said of one payment counts before what is said of all: a file of a payer is one information. */
        List<Row> apply(StatusReport report) throws SQLException {
            Map<String, Payment> unnamed = new LinkedHashMap<>(payments);
            for (Status status : report.statuses()) {
                if (status.scope() == Scope.TRANSACTION) {
                    unnamed.remove(status.id());
                    one(status);
                }
            }
            for (Scope scope : List.of(Scope.PAYMENT_INFORMATION, Scope.GROUP)) {
                for (Status status : report.statuses()) {
                    if (status.scope() == scope) {
                        all(status, unnamed);
                    }
                }
            }
            return rows;
        }

        private void one(Status status) throws SQLException {
            Payment payment = payments.get(status.id());
            if (payment == null) {
                rows.add(unknown(status));
            } else {
                say(status, payment);
            }
        }

        private void all(Status status, Map<String, Payment> unnamed) throws SQLException {
            BankVerdict verdict = BankVerdict.of(status.code());
            boolean decides = verdict != BankVerdict.UNDECIDED && verdict != BankVerdict.UNKNOWN;
            if (!status.id().equals(messageId)) {
                rows.add(unknown(status));
            } else if (!decides || unnamed.isEmpty()) {
                Effect effect = verdict == BankVerdict.UNKNOWN ? Effect.UNKNOWN_STATUS : Effect.NOTED;
                rows.add(row(status, null, effect));
            } else {
                for (Payment payment : unnamed.values()) {
                    say(status, payment);
                }
                unnamed.clear();
            }
        }

        private void say(Status status, Payment payment) throws SQLException {
            BankVerdict verdict = BankVerdict.of(status.code());
            Effect effect = isOther(status, payment) ? Effect.AMOUNT_DIFFERS : verdict.on(standing(payment));
            switch (effect) {
                case ACCEPTED -> move(status, payment, Payment.State.ACCEPTED, verdict == BankVerdict.SETTLED);
                case REJECTED -> giveBack(status, payment, Payment.State.REJECTED);
                case RETURNED -> giveBack(status, payment, Payment.State.RETURNED);
                case NOTED, UNCHANGED, UNKNOWN_ID, UNKNOWN_STATUS, CONTRADICTS, AMOUNT_DIFFERS -> {}
            }
            rows.add(row(status, payment.paymentNo(), effect));
        }

        /** A bank that names another amount speaks of another payment, whatever number it gives. */
        private static boolean isOther(Status status, Payment payment) {
            return status.amount() != null && !status.amount().isFen(payment.fen());
        }

        private void giveBack(Status status, Payment payment, Payment.State state) throws SQLException {
            int turn = ReturnStore.open(transaction, payment.paymentNo(), state, status.reason(), fileNo, now);
            new Ledger(transaction)
                    .post(new Entry(
                            Entry.Kind.PAYMENT_RETURN,
                            new Bank(payer),
                            new Payable(payment.vendorId(), payment.vendorCode()),
                            payment.fen(),
                            payment.reference() + (turn > 1 ? ":" + turn : "")));
            move(status, payment, state, payment.settled());
        }

        private void move(Status status, Payment payment, Payment.State state, boolean settled) throws SQLException {
            PaymentStore.move(transaction, payment.paymentNo(), state, settled, status.code(), status.reason(), now);
            payments.put(payment.id(), moved(payment, state, settled));
        }

        private static Payment moved(Payment was, Payment.State state, boolean settled) {
            return new Payment(
                    was.paymentNo(),
                    was.batchNo(),
                    was.vendorId(),
                    was.vendorCode(),
                    was.vendorName(),
                    was.fen(),
                    was.account(),
                    state,
                    settled,
                    was.bankStatus(),
                    was.bankReason(),
                    was.stateAt());
        }

        private static Standing standing(Payment payment) {
            return switch (payment.state()) {
                case PLANNED, CANCELLED -> Standing.NOT_ORDERED;
                case ORDERED -> Standing.ORDERED;
                case ACCEPTED -> payment.settled() ? Standing.SETTLED : Standing.ACCEPTED;
                case REJECTED, RETURNED -> Standing.OVER;
            };
        }
    }
}
