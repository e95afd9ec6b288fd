package cn.suinian.settlement.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.seal.SealRefused.Reason;
import cn.suinian.settlement.seal.merkle.LeafDifferences;
import cn.suinian.settlement.seal.merkle.MerkleRoot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Seals business days, and looks whether sealed days are still what they were. Slow: a pass over all rows of a day. */
public final class Sealing {
    /** The act in the audit trail. */
    static final String ACT = "DAY_SEALED";

    static final String SUBJECT = "BUSINESS_DAY";
    private static final Actor HOUSE = Actor.house("seal");

    private final DataSource database;
    private final KeyVault vault;
    private final AuditLog audit;
    private final Clock clock;
    private final State least;
    private final String by;

    /**
     * Seals days of this database.
     *
     * @param database gives a session of its own at every call
     * @param vault signs, with the key that signs the denylist
     * @param least how far a day has come that is sealed: PAID in production, CLEARED at the earliest
     * @param by which node and process this is
     */
    public Sealing(DataSource database, KeyVault vault, AuditLog audit, Clock clock, State least, String by) {
        if (least.compareTo(State.CLEARED) < 0) {
            throw new IllegalArgumentException("a day that is " + least + " can still change");
        }
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.least = least;
        this.by = by;
    }

    /**
     * Seals a day in one transaction; a day that is sealed stays as it is.
     *
     * @throws SealRefused when it may not be sealed now
     * @throws SQLException when the database failed: run it again
     */
    public DaySeal seal(LocalDate day, SealListener listener) throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            SealStore store = new SealStore(transaction);
            store.lock();
            Optional<DaySeal> done = store.find(day);
            DaySeal seal = done.isPresent() ? done.get() : make(transaction, store, day, listener);
            transaction.commit();
            return seal;
        }
    }

    private DaySeal make(Connection transaction, SealStore store, LocalDate day, SealListener listener)
            throws SQLException {
        requireReady(store, day);
        Optional<DaySeal> last = store.findLast();
        last.ifPresent(before -> requireNext(before, day));
        List<SectionSeal> sections = new ArrayList<>();
        SealedRows rows = new SealedRows(transaction, day);
        for (Section section : Section.values()) {
            sections.add(new Hashing(store, day, section, listener).all(rows));
        }
        long sealNo = last.map(DaySeal::sealNo).orElse(0L) + 1;
        LocalDate previousDay = last.map(DaySeal::day).orElse(null);
        byte[] previousHash = last.map(DaySeal::hash).orElseGet(() -> new byte[Sm3.DIGEST_BYTES]);
        byte[] text =
                DaySeal.text(sealNo, day, previousDay, previousHash, sections).getBytes(UTF_8);
        Signature signature = vault.sign(text);
        DaySeal seal = new DaySeal(
                day,
                sealNo,
                previousDay,
                previousHash,
                sections,
                Sm3.digest(text),
                signature,
                vault.signingKeys().get(signature.keyVersion()).encoded(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by);
        store.add(seal);
        audit.append(
                transaction,
                HOUSE,
                AuditEntry.of(ACT, SUBJECT, day)
                        .with(Map.of("seal", Long.toString(sealNo), "hash", Hex.encode(seal.hash()))));
        return seal;
    }

    private void requireReady(SealStore store, LocalDate day) throws SQLException {
        State state = State.valueOf(store.findState(day)
                .orElseThrow(() -> new SealRefused(Reason.NO_SUCH_DAY, day + " was never a business day here")));
        if (state.compareTo(least) < 0) {
            throw new SealRefused(Reason.DAY_NOT_READY, day + " is " + state + "; it is sealed once it is " + least);
        }
    }

    private static void requireNext(DaySeal last, LocalDate day) {
        if (!last.day().plusDays(1).equals(day)) {
            throw new SealRefused(
                    Reason.OUT_OF_ORDER,
                    "%s cannot be sealed: the last sealed day is %s, seal %s next"
                            .formatted(day, last.day(), last.day().plusDays(1)));
        }
    }

    /** The seal of a day. */
    public Optional<DaySeal> find(LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new SealStore(connection).find(day);
        }
    }

    /**
     * Recomputes a day from its rows and looks at its place in the chain.
     *
     * @return what is not as it was sealed, the first row first; at most a few of each section
     */
    public List<Discrepancy> verify(LocalDate day, SealListener listener) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            List<Discrepancy> found = new ArrayList<>(new SealChain(connection)
                    .inspect(Optional.of(vault.signingKeys())).stream()
                            .filter(each -> each.day().equals(day))
                            .toList());
            found.addAll(new DayInspection(connection, day).inspect(listener));
            connection.rollback();
            return found;
        }
    }

    /** The rows of one section, chunk by chunk. */
    private static final class Hashing {
        private final SealStore store;
        private final LocalDate day;
        private final Section section;
        private final SealListener listener;
        private final MerkleRoot whole = new MerkleRoot();
        private final long[] kept = new long[Chunk.ROWS];
        private MerkleRoot chunk = new MerkleRoot();
        private RowKey firstKey = new RowKey("");
        private int chunkNo;

        Hashing(SealStore store, LocalDate day, Section section, SealListener listener) {
            this.store = store;
            this.day = day;
            this.section = section;
            this.listener = listener;
        }

        SectionSeal all(SealedRows rows) throws SQLException {
            rows.each(section, this::add);
            if (chunk.leaves() > 0) {
                end();
            }
            listener.hashed(section, whole.leaves());
            return new SectionSeal(section, whole.leaves(), whole.root());
        }

        private void add(String row, byte[] leaf) throws SQLException {
            if (chunk.leaves() == 0) {
                firstKey = RowKey.ofRow(row, section.keyColumns().size());
            }
            kept[(int) chunk.leaves()] = LeafDifferences.kept(leaf);
            chunk.add(leaf);
            if (chunk.leaves() == Chunk.ROWS) {
                end();
            }
        }

        private void end() throws SQLException {
            int count = (int) chunk.leaves();
            byte[] root = chunk.root();
            store.addChunk(day, section, new Chunk(chunkNo++, count, firstKey, root), Arrays.copyOf(kept, count));
            if (count == Chunk.ROWS) {
                whole.addSubtree(root, Chunk.LEVEL);
            } else {
                whole.addLast(root, count);
            }
            chunk = new MerkleRoot();
            listener.hashed(section, whole.leaves());
        }
    }
}
