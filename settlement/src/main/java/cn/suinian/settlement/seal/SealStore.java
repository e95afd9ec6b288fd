package cn.suinian.settlement.seal;

import cn.suinian.core.crypto.Signature;
import cn.suinian.settlement.seal.merkle.LeafDifferences;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals in SQL. */
final class SealStore {
    /** One seal is made at a time; until the transaction ends. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7207)";

    private static final String STATE = "SELECT state FROM business_day WHERE day = ?";
    private static final String SELECT = """
            SELECT day, seal_no, previous_day, previous_hash, hash, key_version, public_key, signature, sealed_at,
                   sealed_by
            FROM day_seal
            """;
    private static final String FIND = SELECT + "WHERE day = ?";
    private static final String LAST = SELECT + "ORDER BY seal_no DESC LIMIT 1";
    private static final String ALL = SELECT + "ORDER BY seal_no";
    private static final String SECTIONS = "SELECT section, rows, root FROM day_seal_section WHERE day = ?";
    private static final String ADD = """
            INSERT INTO day_seal (day, seal_no, previous_day, previous_hash, hash, key_version, public_key, signature,
                                  sealed_at, sealed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_SECTION =
            "INSERT INTO day_seal_section (day, section, rows, root) VALUES (?, ?, ?, ?)";
    private static final String ADD_CHUNK = """
            INSERT INTO seal_chunk (day, section, chunk_no, rows, first_key, root, leaves) VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHUNKS = """
            SELECT chunk_no, rows, first_key, root FROM seal_chunk WHERE day = ? AND section = ? ORDER BY chunk_no
            """;
    private static final String LEAVES = "SELECT leaves FROM seal_chunk WHERE day = ? AND section = ? AND chunk_no = ?";

    private final Connection transaction;

    SealStore(Connection transaction) {
        this.transaction = transaction;
    }

    void lock() throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.executeQuery().close();
        }
    }

    Optional<String> findState(LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(STATE)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    Optional<DaySeal> find(LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setObject(1, day);
            return read(select).stream().findFirst();
        }
    }

    Optional<DaySeal> findLast() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LAST)) {
            return read(select).stream().findFirst();
        }
    }

    /** By number. */
    List<DaySeal> list() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ALL)) {
            return read(select);
        }
    }

    void add(DaySeal seal) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setObject(1, seal.day());
            insert.setLong(2, seal.sealNo());
            insert.setObject(3, seal.previousDay());
            insert.setBytes(4, seal.previousHash());
            insert.setBytes(5, seal.hash());
            insert.setInt(6, seal.signature().keyVersion());
            insert.setBytes(7, seal.publicKey());
            insert.setString(8, seal.signature().hex());
            insert.setTimestamp(9, Timestamp.from(seal.sealedAt()));
            insert.setString(10, seal.sealedBy());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(ADD_SECTION)) {
            for (SectionSeal section : seal.sections()) {
                insert.setObject(1, seal.day());
                insert.setString(2, section.section().name());
                insert.setLong(3, section.rows());
                insert.setBytes(4, section.root());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void addChunk(LocalDate day, Section section, Chunk chunk, long[] leaves) throws SQLException {
        ByteBuffer packed = ByteBuffer.allocate(leaves.length * LeafDifferences.KEPT_BYTES);
        packed.asLongBuffer().put(leaves);
        try (PreparedStatement insert = transaction.prepareStatement(ADD_CHUNK)) {
            insert.setObject(1, day);
            insert.setString(2, section.name());
            insert.setInt(3, chunk.no());
            insert.setInt(4, chunk.rows());
            insert.setString(5, chunk.firstKey().text());
            insert.setBytes(6, chunk.root());
            insert.setBytes(7, packed.array());
            insert.executeUpdate();
        }
    }

    List<Chunk> listChunks(LocalDate day, Section section) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(CHUNKS)) {
            select.setObject(1, day);
            select.setString(2, section.name());
            List<Chunk> chunks = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    chunks.add(new Chunk(
                            row.getInt("chunk_no"),
                            row.getInt("rows"),
                            new RowKey(row.getString("first_key")),
                            row.getBytes("root")));
                }
            }
            return chunks;
        }
    }

    /** The beginnings of the hashes of a chunk's rows. */
    long[] getLeaves(LocalDate day, Section section, int chunkNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LEAVES)) {
            select.setObject(1, day);
            select.setString(2, section.name());
            select.setInt(3, chunkNo);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new long[0];
                }
                byte[] packed = row.getBytes(1);
                long[] leaves = new long[packed.length / LeafDifferences.KEPT_BYTES];
                ByteBuffer.wrap(packed).asLongBuffer().get(leaves);
                return leaves;
            }
        }
    }

    private List<DaySeal> read(PreparedStatement select) throws SQLException {
        List<DaySeal> seals = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                LocalDate day = row.getObject("day", LocalDate.class);
                seals.add(new DaySeal(
                        day,
                        row.getLong("seal_no"),
                        row.getObject("previous_day", LocalDate.class),
                        row.getBytes("previous_hash"),
                        sections(day),
                        row.getBytes("hash"),
                        new Signature(row.getInt("key_version"), row.getString("signature")),
                        row.getBytes("public_key"),
                        row.getTimestamp("sealed_at").toInstant(),
                        row.getString("sealed_by")));
            }
        }
        return seals;
    }

    private List<SectionSeal> sections(LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(SECTIONS)) {
            select.setObject(1, day);
            List<SectionSeal> sections = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sections.add(new SectionSeal(
                            Section.valueOf(row.getString("section")), row.getLong("rows"), row.getBytes("root")));
                }
            }
            sections.sort(java.util.Comparator.comparing(SectionSeal::section));
            return sections;
        }
    }
}
