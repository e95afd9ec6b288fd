package cn.suinian.core.card.bureau;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.bureau.OrderFile.Field;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.StockStatus;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders cards from the bureau and writes the files of its orders (docs/card-bureau.md). Blocks; refusals are {@link
 * BureauRefusal}, and those of the stock for the numbers.
 */
public final class CardBureau {

    /** Names the format, and what the signature is for. */
    public static final String MAGIC = "SUINIAN-CARD-ORDER";

    private static final int MOST_LISTED = 200;

    private final Transactions transactions;
    private final AuditLog audit;
    private final CardStock stock;
    private final KeyVault vault;
    private final Optional<TransportKey> transportKey;
    private final Clock clock;

    /**
     * Orders in the name of this house.
     *
     * @param transportKey agreed with the bureau; empty: orders can be made, but no file of them
     */
    public CardBureau(
            Transactions transactions,
            AuditLog audit,
            CardStock stock,
            KeyVault vault,
            Optional<TransportKey> transportKey,
            Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.stock = stock;
        this.vault = vault;
        this.transportKey = transportKey;
        this.clock = clock;
    }

    /** Orders cards with the next numbers of a range; the number of the order. */
    public int order(Actor actor, int rangeId, int count) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> {
            int[] batch = new int[1];
            CardRun run = stock.allot(transaction, rangeId, count, StockStatus.ORDERED, allotted -> {
                batch[0] = BatchStore.insert(transaction, rangeId, allotted, actor.account(), now());
                return batch[0];
            });
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARDS_ORDERED", "BATCH", batch[0])
                            .with(Map.of("serials", run.first() + "-" + run.last())));
            return batch[0];
        });
    }

    /**
     * A page of orders, the newest first.
     *
     * @param before the last order of the page before; null: the first page
     */
    public List<BatchCount> listOrders(Actor actor, @Nullable Integer before, int limit) throws SQLException {
        permit(actor);
        int from = before == null ? Integer.MAX_VALUE : before - 1;
        return transactions.run(
                transaction -> BatchStore.list(transaction, from, Math.max(1, Math.min(limit, MOST_LISTED))));
    }

    /** One order. */
    public BatchCount getOrder(Actor actor, int batchId) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> BatchStore.list(transaction, batchId, 1)).stream()
                .filter(found -> found.batch().id() == batchId)
                .findFirst()
                .orElseThrow(() -> new RefusedException(BureauRefusal.BATCH_UNKNOWN, "batch"));
    }

    /** The cards of an order that nobody has spoken of yet, as runs of numbers; at most so many runs. */
    public List<CardRun> listWaiting(Actor actor, int batchId, int limit) throws SQLException {
        permit(actor);
        return transactions.run(transaction -> stock.listOrdered(transaction, batchId, limit));
    }

    /** The check value of the key agreed with the bureau, for both sides to compare; empty: none is set. */
    public Optional<String> transportKeyCheck() {
        return transportKey.map(TransportKey::checkValue);
    }

    /**
     * Writes the file of an order as it makes it. It is on record as gone out before the first byte is; the output is
     * flushed and not closed.
     *
     * @return how often this order's file went out by now
     */
    public int export(Actor actor, int batchId, BureauFormat format, OutputStream out)
            throws SQLException, IOException {
        permit(actor);
        TransportKey key = transportKey.orElseThrow(() -> new RefusedException(BureauRefusal.NO_TRANSPORT_KEY));
        Order order = transactions.run(transaction -> {
            CardBatch batch = BatchStore.lock(transaction, batchId)
                    .orElseThrow(() -> new RefusedException(BureauRefusal.BATCH_UNKNOWN, "batch"));
            Order found = new Order(batch, BatchStore.toMake(transaction, batch), batch.exportedTimes() + 1);
            BatchStore.exported(transaction, batchId, now());
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARD_KEYS_EXPORTED", "BATCH", batchId)
                            .with(Map.of(
                                    "time", Integer.toString(found.time),
                                    "cards", Integer.toString(found.cards.cardinality()),
                                    "transportKey", key.checkValue())));
            return found;
        });
        write(order, key, new OrderFile(out, format));
        return order.time;
    }

    /** What goes out: which cards of a batch, and for the how manieth time. */
    private record Order(CardBatch batch, BitSet cards, int time) {}

    private void write(Order order, TransportKey key, OrderFile file) throws IOException {
        CardBatch batch = order.batch;
        int count = order.cards.cardinality();
        file.line(
                "HEADER",
                Field.of("format", MAGIC),
                Field.of("version", 1),
                Field.of("batch", batch.id()),
                Field.of("export", order.time),
                Field.of("cards", count),
                Field.of("layout", batch.layout()),
                Field.of("keyVersion", batch.keyVersion()),
                Field.of("transportKeyCheck", key.checkValue()),
                Field.of("orderedAt", batch.orderedAt()));
        for (int i = order.cards.nextSetBit(0); i >= 0; i = order.cards.nextSetBit(i + 1)) {
            card(batch, batch.run().first() + i, key, file);
        }
        String digest = file.digest();
        Signature signature = vault.sign(signed(digest));
        file.line(
                "TRAILER",
                Field.of("cards", count),
                Field.of("sm3", digest),
                Field.of("signingKey", signature.keyVersion()),
                Field.of("signature", signature.hex()));
        file.flush();
    }

    private void card(CardBatch batch, int serial, TransportKey transport, OrderFile file) throws IOException {
        String cardNo = new CardNumber(serial).digits();
        byte[] key = vault.cardKey(cardNo, batch.keyVersion());
        try {
            file.line(
                    "CARD",
                    Field.of("cardNo", cardNo),
                    Field.of("keyVersion", batch.keyVersion()),
                    Field.of("key", Hex.encode(transport.wrap(key, purpose(batch.id(), cardNo)))),
                    Field.of("keyCheck", TransportKey.checkValue(key)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What a card's key is wrapped for: this card of this order. */
    public static String purpose(int batchId, String cardNo) {
        return MAGIC + '/' + batchId + '/' + cardNo;
    }

    /** What is signed: the digest of all lines before the trailer, under the name of the format. */
    public static byte[] signed(String digest) {
        return (MAGIC + '\n' + digest).getBytes(UTF_8);
    }

    static void permit(Actor actor) {
        if (!actor.may(Permission.CARD_STOCK) || actor.scope().district() != null) {
            throw new RefusedException(BureauRefusal.NOT_PERMITTED);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
