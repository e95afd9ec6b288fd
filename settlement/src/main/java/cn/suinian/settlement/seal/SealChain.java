package cn.suinian.settlement.seal;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.settlement.seal.Discrepancy.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Looks at the seals themselves, without the rows: hashes, signatures, links, and that none is gone. */
final class SealChain {
    /** What was ever sealed, by the audit trail and by the state of the day, and has no seal now. */
    private static final String GONE = """
            SELECT w.day FROM (
                SELECT subject::date AS day FROM audit_log WHERE act = 'DAY_SEALED' AND subject_kind = 'BUSINESS_DAY'
                UNION
                SELECT day FROM business_day WHERE state = 'SEALED') w
            WHERE NOT EXISTS (SELECT FROM day_seal s WHERE s.day = w.day)
            ORDER BY w.day
            """;

    /** What the audit trail says the seal of a day was. */
    private static final String OTHER = """
            SELECT s.day FROM day_seal s
            LEFT JOIN audit_log a
                ON a.subject = s.day::text AND a.subject_kind = 'BUSINESS_DAY' AND a.act = 'DAY_SEALED'
            GROUP BY s.day
            HAVING NOT coalesce(bool_or(a.after LIKE '%hash=' || encode(s.hash, 'hex') || '%'), false)
            ORDER BY s.day
            """;

    private final Connection connection;

    SealChain(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inspects all seals.
     *
     * @param ours the keys of this house by version; empty where nobody has the keystore
     */
    List<Discrepancy> inspect(Optional<SortedMap<Integer, Sm2PublicKey>> ours) throws SQLException {
        List<Discrepancy> found = new ArrayList<>();
        DaySeal before = null;
        for (DaySeal seal : new SealStore(connection).list()) {
            one(seal, ours, found);
            link(before, seal, found);
            before = seal;
        }
        for (LocalDate day : days(GONE)) {
            found.add(new Discrepancy(day, Kind.CHAIN_BROKEN, "the day was sealed and its seal is gone"));
        }
        for (LocalDate day : days(OTHER)) {
            found.add(new Discrepancy(
                    day, Kind.SEAL_CHANGED, "the audit trail has no entry of a seal of this day with this hash"));
        }
        return found;
    }

    private static void one(DaySeal seal, Optional<SortedMap<Integer, Sm2PublicKey>> ours, List<Discrepancy> found) {
        if (!Arrays.equals(seal.hash(), seal.hashOfText())) {
            found.add(new Discrepancy(
                    seal.day(),
                    Kind.SEAL_CHANGED,
                    "seal %d does not have its hash: a root, a count or a link was changed".formatted(seal.sealNo())));
        }
        if (!seal.isSigned()) {
            found.add(new Discrepancy(
                    seal.day(),
                    Kind.SIGNATURE_WRONG,
                    "the signature of seal %d is not that of its key over its text".formatted(seal.sealNo())));
        }
        if (ours.isPresent() && !isOurs(seal, ours.get())) {
            found.add(new Discrepancy(
                    seal.day(),
                    Kind.SIGNATURE_WRONG,
                    "seal %d was signed with a key that is not this house's key version %d"
                            .formatted(seal.sealNo(), seal.signature().keyVersion())));
        }
    }

    private static boolean isOurs(DaySeal seal, SortedMap<Integer, Sm2PublicKey> ours) {
        Sm2PublicKey key = ours.get(seal.signature().keyVersion());
        return key != null && Arrays.equals(key.encoded(), seal.publicKey());
    }

    private static void link(@Nullable DaySeal before, DaySeal seal, List<Discrepancy> found) {
        long expectedNo = before == null ? 1 : before.sealNo() + 1;
        byte[] expectedHash = before == null ? new byte[Sm3.DIGEST_BYTES] : before.hash();
        if (seal.sealNo() != expectedNo) {
            found.add(new Discrepancy(
                    seal.day(),
                    Kind.CHAIN_BROKEN,
                    "seal %d follows %s; what was sealed between them, the last time on %s, is gone"
                            .formatted(
                                    seal.sealNo(),
                                    before == null ? "nothing" : "seal " + before.sealNo(),
                                    seal.previousDay())));
        } else if (!Arrays.equals(seal.previousHash(), expectedHash)) {
            found.add(new Discrepancy(
                    seal.day(),
                    Kind.CHAIN_BROKEN,
                    "seal %d follows a seal with the hash %s, and the one before it has another"
                            .formatted(seal.sealNo(), Hex.encode(seal.previousHash()))));
        }
    }

    private List<LocalDate> days(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<LocalDate> days = new ArrayList<>();
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
            return days;
        }
    }
}
