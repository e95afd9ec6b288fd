package cn.suinian.settlement.seal;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Whether what was told the public of days is what was signed. */
final class PublishedContent {
    private static final String ALL = """
            SELECT p.day, p.content, p.key_version, p.signature,
                   (SELECT s.public_key FROM day_seal s WHERE s.key_version = p.key_version
                    ORDER BY s.seal_no DESC LIMIT 1) AS public_key
            FROM day_publication p ORDER BY p.day
            """;

    private final Connection connection;

    PublishedContent(Connection connection) {
        this.connection = connection;
    }

    /**
     * A line for each publication whose signature is not that of its key over its content.
     *
     * @param ours the keys of this house by version; empty where nobody has the keystore: then by the keys in seals,
     *     and nothing is said of a version that no seal has
     */
    List<String> inspect(Optional<SortedMap<Integer, Sm2PublicKey>> ours) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int version = row.getInt("key_version");
                byte[] ofSeals = row.getBytes("public_key");
                if (ours.isEmpty() && ofSeals == null) {
                    continue;
                }
                Sm2PublicKey key = ours.isPresent() ? ours.get().get(version) : decode(ofSeals);
                if (key == null || !key.verify(row.getBytes("content"), Hex.decode(row.getString("signature")))) {
                    found.add("%s: what was published is not signed with key version %d"
                            .formatted(row.getString("day"), version));
                }
            }
        }
        return found;
    }

    private static @Nullable Sm2PublicKey decode(byte[] encoded) {
        try {
            return Sm2PublicKey.decode(encoded);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }
}
