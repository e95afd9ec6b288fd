package cn.suinian.settlement.verification;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.SealBrokenException;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.UnknownKeyVersionException;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.money.Fen;
import cn.suinian.core.verification.Check;
import cn.suinian.settlement.payout.PayoutFile.Kind;
import cn.suinian.settlement.payout.iso20022.WrittenOrders;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What {@code suinian verify} looks at in payment files: hash, signature, and that a file orders what its batch pays.
 * They name bank accounts and are kept sealed, so only whoever has the keystore can look.
 */
public final class PaymentFileChecks {
    private static final String REMEDY =
            "give no such file to the bank; where the bank has it, have it compare what it was given with the batch,"
                    + " and find out who had the rights of the database's owner";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String NUMBERS = "SELECT file_no FROM payment_file ORDER BY file_no";
    private static final String FILE = "SELECT * FROM payment_file WHERE file_no = ?";
    private static final String PAYMENTS = "SELECT payment_no, fen FROM payment WHERE batch_no = ?";

    /** One at a time is in memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record KeptFile(
            long fileNo,
            long batchNo,
            Kind kind,
            String name,
            int bytes,
            byte[] sm3,
            Signature signature,
            byte[] sealed) {}

    private final Connection snapshot;
    private final SortedMap<Integer, Sm2PublicKey> ours;
    private final Seals seals;

    private PaymentFileChecks(Connection snapshot, SortedMap<Integer, Sm2PublicKey> ours, Seals seals) {
        this.snapshot = snapshot;
        this.ours = ours;
        this.seals = seals;
    }

    /**
     * That files are what was signed, and are about their batches.
     *
     * @param ours the keys of this house by version
     * @param seals open what is kept
     */
    public static Check kept(SortedMap<Integer, Sm2PublicKey> ours, Seals seals) {
        return Check.inspected(
                "every payment file is what was signed with a key of this house, and orders what its batch pays",
                List.of("payment_file", "payment", "payout_batch"),
                REMEDY,
                snapshot -> new PaymentFileChecks(snapshot, ours, seals).inspect());
    }

    private List<String> inspect() throws SQLException {
        List<String> found = new ArrayList<>();
        for (long fileNo : numbers()) {
            KeptFile file = file(fileNo);
            for (String wrong : inspect(file)) {
                found.add("batch %d, file %d (%s): %s".formatted(file.batchNo, fileNo, file.kind, wrong));
            }
        }
        return found;
    }

    private List<String> inspect(KeptFile file) throws SQLException {
        byte[] content;
        try {
            content = seals.openBytes(SealedColumn.PAYMENT_FILE, file.fileNo, file.sealed);
        } catch (SealBrokenException changed) {
            return List.of("what is kept was changed: it does not open");
        } catch (UnknownKeyVersionException gone) {
            return List.of("the keystore has no key that opens it");
        }
        List<String> wrong = new ArrayList<>();
        if (content.length != file.bytes || !Arrays.equals(Sm3.digest(content), file.sm3)) {
            wrong.add("what is kept does not have its hash");
        }
        Sm2PublicKey key = ours.get(file.signature.keyVersion());
        if (key == null || !key.verify(content, Hex.decode(file.signature.hex()))) {
            wrong.add("it is not signed with key version " + file.signature.keyVersion());
        }
        try {
            wrong.addAll(compare(file, read(file.kind, content)));
        } catch (IOException unreadable) {
            wrong.add("it is no file of orders");
        }
        return wrong;
    }

    private static WrittenOrders read(Kind kind, byte[] content) throws IOException {
        return switch (kind) {
            case PAIN_001 -> WrittenOrders.ofXml(content);
            case CSV_UTF8 -> WrittenOrders.ofCsv(content, StandardCharsets.UTF_8);
            case CSV_GB18030 -> WrittenOrders.ofCsv(content, GB18030);
        };
    }

    private List<String> compare(KeptFile file, WrittenOrders written) throws SQLException {
        List<Long> sums = new ArrayList<>();
        List<String> orders = orders(file.batchNo, sums);
        String total = Fen.yuan(sums.stream().reduce(0L, Math::addExact));
        String messageId = "SNB%012d".formatted(file.batchNo);
        List<String> wrong = new ArrayList<>();
        if (!Set.of(messageId).containsAll(written.messageIds()) || !file.name.startsWith(messageId + '.')) {
            wrong.add("it calls itself another batch's");
        }
        if (!written.counts().equals(Set.of(Integer.toString(orders.size())))) {
            wrong.add("it says %s payments, the batch has %d"
                    .formatted(String.join(" and ", written.counts()), orders.size()));
        }
        if (!written.sums().equals(Set.of(total))) {
            wrong.add(
                    "it says %s yuan in all, the batch pays %s".formatted(String.join(" and ", written.sums()), total));
        }
        if (!written.orders().stream().sorted().toList().equals(orders)) {
            wrong.add("its orders are not the payments of the batch");
        }
        return wrong;
    }

    /** What a file of the batch is to order, sorted; its amounts go to the list. */
    private List<String> orders(long batchNo, List<Long> sums) throws SQLException {
        try (PreparedStatement select = snapshot.prepareStatement(PAYMENTS)) {
            select.setLong(1, batchNo);
            List<String> orders = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(row.getLong("fen"));
                    orders.add("SNP%012d %s".formatted(row.getLong("payment_no"), Fen.yuan(row.getLong("fen"))));
                }
            }
            return orders.stream().sorted().toList();
        }
    }

    private List<Long> numbers() throws SQLException {
        try (PreparedStatement select = snapshot.prepareStatement(NUMBERS);
                ResultSet row = select.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }

    private KeptFile file(long fileNo) throws SQLException {
        try (PreparedStatement select = snapshot.prepareStatement(FILE)) {
            select.setLong(1, fileNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new KeptFile(
                        fileNo,
                        row.getLong("batch_no"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("bytes"),
                        row.getBytes("sm3"),
                        new Signature(row.getInt("key_version"), row.getString("signature")),
                        row.getBytes("content_sealed"));
            }
        }
    }
}
