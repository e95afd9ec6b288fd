package cn.suinian.core.audit;

import cn.suinian.core.crypto.ConstantTime;
import cn.suinian.core.crypto.Hex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Recomputes the chain of the audit trail from its first entry to its head, in memory that does not grow with it. */
public final class AuditChain {

    private static final String ENTRIES = "SELECT " + AuditRow.COLUMNS + ", hash FROM audit_log ORDER BY entry_no";
    private static final String HEAD = "SELECT entry_no, hash FROM audit_head";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int HASH_BYTES = 32;

    private AuditChain() {}

    /**
     * Where the chain is broken: the first place, and whatever is wrong with its head. Empty when it is whole.
     *
     * @param transaction open and not in autocommit, or all entries would be read at once
     */
    public static List<String> breaches(Connection transaction) throws SQLException {
        List<String> breaches = new ArrayList<>();
        Link last = new Link(0, new byte[HASH_BYTES]);
        try (PreparedStatement read = transaction.prepareStatement(ENTRIES)) {
            read.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next() && breaches.isEmpty()) {
                    last = next(rows, last, breaches);
                }
            }
        }
        if (breaches.isEmpty()) {
            head(transaction, last, breaches);
        }
        return breaches;
    }

    private static final class Link {
        private final long entryNo;
        private final byte[] hash;

        Link(long entryNo, byte[] hash) {
            this.entryNo = entryNo;
            this.hash = hash;
        }
    }

    private static Link next(ResultSet rows, Link last, List<String> breaches) throws SQLException {
        AuditRow row = AuditRow.read(rows);
        byte[] stored = rows.getBytes("hash");
        if (row.entryNo() > last.entryNo + 1) {
            breaches.add("entry " + (last.entryNo + 1) + " is missing: "
                    + (last.entryNo == 0 ? "the trail begins with " : last.entryNo + " is followed by ")
                    + row.entryNo());
        } else if (row.entryNo() <= last.entryNo) {
            breaches.add("entry " + row.entryNo() + " is there twice: one was slipped in");
        } else if (!ConstantTime.equal(stored, row.hash(last.hash))) {
            breaches.add("entry " + row.entryNo() + " of " + row.at()
                    + " does not fit its hash: it was edited or slipped in, or the hash of the entry before was");
        }
        return new Link(row.entryNo(), stored);
    }

    private static void head(Connection transaction, Link last, List<String> breaches) throws SQLException {
        try (PreparedStatement read = transaction.prepareStatement(HEAD);
                ResultSet head = read.executeQuery()) {
            if (!head.next()) {
                breaches.add("the head of the chain is missing");
                return;
            }
            long entryNo = head.getLong("entry_no");
            if (entryNo > last.entryNo) {
                breaches.add("entry " + (last.entryNo + 1) + " is missing: the head of the chain is " + entryNo
                        + " and the trail ends with " + last.entryNo);
            } else if (entryNo < last.entryNo) {
                breaches.add(
                        "entry " + (entryNo + 1) + " was slipped in behind the head of the chain, which is " + entryNo);
            } else if (!ConstantTime.equal(head.getBytes("hash"), last.hash)) {
                breaches.add(
                        "the head of the chain has another hash than entry " + entryNo + ", " + Hex.encode(last.hash));
            }
        }
    }
}
