package cn.suinian.settlement.payout;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.audit.SubjectTrail;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.payout.PayoutFile.Content;
import cn.suinian.settlement.payout.PayoutFile.Kind;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.iso20022.BankCsv;
import cn.suinian.settlement.payout.iso20022.CreditTransferXml;
import cn.suinian.settlement.payout.iso20022.CreditTransfers;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Party;
import cn.suinian.settlement.payout.iso20022.CreditTransfers.Transfer;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The files of batches: made once when a batch is sent, kept sealed, given out under audit. */
public final class PayoutFiles {
    private static final String TAKEN = "PAYMENT_FILE_DOWNLOADED";
    private static final String SUBJECT = "PAYOUT";
    private static final String WHAT = "what";
    private static final String FILE = "file";

    private final PayoutParts parts;
    private final BankAccounts accounts;

    public PayoutFiles(PayoutParts parts) {
        this.parts = parts;
        this.accounts = parts.accounts();
    }

    /** The files of a batch; none before it is sent. */
    public List<PayoutFile> list(Actor actor, long batchNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions().run(transaction -> {
            requireOwn(transaction, actor, Permission.PAYOUT_VIEW, batchNo);
            return FileStore.list(transaction, batchNo);
        });
    }

    /** Who took each file of a batch out last, by its number; a file that nobody took is not in it. */
    public Map<Long, AuditRow> lastTaken(Actor actor, long batchNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions().run(transaction -> {
            requireOwn(transaction, actor, Permission.PAYOUT_VIEW, batchNo);
            Map<Long, AuditRow> last = new HashMap<>();
            for (PayoutFile file : FileStore.list(transaction, batchNo)) {
                AuditEntry taken = AuditEntry.of(TAKEN, SUBJECT, batchNo).with(Map.of("file", file.name(), WHAT, FILE));
                SubjectTrail.last(transaction, taken).ifPresent(row -> last.put(file.fileNo(), row));
            }
            return last;
        });
    }

    /**
     * A file in clear, to be given to the bank. It is in the audit trail before it is out.
     *
     * @throws IllegalStateException when what is kept is not what was signed
     */
    public Content download(Actor actor, long fileNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        return parts.transactions().run(transaction -> {
            FileStore.Kept kept = FileStore.find(transaction, fileNo)
                    .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_FILE));
            PayoutFile file = kept.file();
            requireOwn(transaction, actor, Permission.PAYOUT_PREPARE, file.batchNo());
            byte[] content = parts.seals().openBytes(SealedColumn.PAYMENT_FILE, fileNo, kept.sealed());
            if (!Arrays.equals(Sm3.digest(content), Hex.decode(file.sm3()))) {
                throw new IllegalStateException("payment file " + fileNo + " is not the one that was signed");
            }
            record(transaction, actor, file, FILE);
            return new Content(file, content);
        });
    }

    /** The signature of a file, to be kept apart from it. It is in the audit trail before it is out. */
    public PayoutFile signature(Actor actor, long fileNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        return parts.transactions().run(transaction -> {
            PayoutFile file = FileStore.find(transaction, fileNo)
                    .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_FILE))
                    .file();
            requireOwn(transaction, actor, Permission.PAYOUT_PREPARE, file.batchNo());
            record(transaction, actor, file, "signature");
            return file;
        });
    }

    private void record(Connection transaction, Actor actor, PayoutFile file, String what) throws SQLException {
        AuditEntry entry = AuditEntry.of(TAKEN, SUBJECT, file.batchNo())
                .with(Map.of("file", file.name(), "sm3", file.sm3(), WHAT, what));
        parts.audit().append(transaction, actor, entry);
    }

    private static void requireOwn(Connection transaction, Actor actor, Permission permission, long batchNo)
            throws SQLException {
        PayoutBatch batch = PayoutStore.find(transaction, batchNo)
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_BATCH));
        Permits.require(actor, permission, batch.payer());
    }

    /** Makes and keeps all files of a batch in the transaction that sends it. */
    void make(Connection transaction, PayoutBatch batch, List<Payment> payments, LocalDate executeOn, Instant now)
            throws SQLException {
        CreditTransfers orders = orders(transaction, batch, payments, executeOn, now);
        for (Kind kind : Kind.values()) {
            byte[] content =
                    switch (kind) {
                        case PAIN_001 -> xml(orders);
                        case CSV_UTF8 -> BankCsv.write(orders, BankCsv.Encoding.UTF_8);
                        case CSV_GB18030 -> BankCsv.write(orders, BankCsv.Encoding.GB18030);
                    };
            Signature signature = parts.vault().sign(content);
            long fileNo = FileStore.nextNo(transaction);
            PayoutFile file = new PayoutFile(
                    fileNo,
                    batch.batchNo(),
                    kind,
                    kind.fileName(batch.messageId()),
                    content.length,
                    Hex.encode(Sm3.digest(content)),
                    signature,
                    now);
            FileStore.add(transaction, file, parts.seals().seal(SealedColumn.PAYMENT_FILE, fileNo, content));
        }
    }

    private CreditTransfers orders(
            Connection transaction, PayoutBatch batch, List<Payment> payments, LocalDate executeOn, Instant now)
            throws SQLException {
        String text = "颐年卡补贴结算 " + batch.payer().zh() + " 至" + batch.throughDay();
        List<Transfer> transfers = new ArrayList<>();
        for (Payment payment : payments) {
            transfers.add(new Transfer(payment.id(), payment.fen(), party(transaction, payment.account()), text));
        }
        return new CreditTransfers(
                batch.messageId(),
                now.truncatedTo(ChronoUnit.SECONDS).atZone(Payouts.SHANGHAI).toOffsetDateTime(),
                executeOn,
                party(transaction, batch.payerAccount()),
                transfers);
    }

    private Party party(Connection transaction, long account) throws SQLException {
        BankDetails details = accounts.open(transaction, account);
        return new Party(details.accountName(), details.number(), details.bankCode(), details.bankName());
    }

    private static byte[] xml(CreditTransfers orders) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CreditTransferXml.write(orders, out);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML into memory failed", impossible);
        }
        return out.toByteArray();
    }
}
