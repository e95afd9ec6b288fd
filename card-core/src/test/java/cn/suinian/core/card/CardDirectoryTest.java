package cn.suinian.core.card;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.card.CardDirectory.Ref;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.SilentPeer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cards are found again soon after the database's host fell silent. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class CardDirectoryTest {

    private final Vertx vertx = Vertx.vertx();
    private SilentPeer peer;
    private CardDirectory cards;

    @BeforeEach
    void open(Database database) throws Exception {
        ask(database, """
                INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT id, '1950-05-01' FROM generate_series(1, 9) AS id;
                INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 100 + id, id, 'ACTIVE', '2026-01-01T00:00:00Z', '2036-01-01' FROM generate_series(1, 9) AS id;
                INSERT INTO account (holder_id, live_card) SELECT id, 100 + id FROM generate_series(1, 9) AS id""");
        peer = new SilentPeer(database);
        cards = new CardDirectory(vertx, peer.database(), 100);
    }

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
        peer.close();
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aDatabaseThatFellSilentIsAskedAnewOnAnotherConnection() throws Exception {
        assertThat(get(cards.find(101))).contains(new Ref(1, 1));
        peer.fallSilent();

        Future<Optional<Ref>> unheard = cards.find(102);
        Future<Optional<Ref>> waiting = cards.find(103);

        assertThatThrownBy(() -> get(unheard))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(get(waiting)).contains(new Ref(3, 1));
        assertThat(get(cards.find(102))).contains(new Ref(2, 1));
        assertThat(peer.connections()).isEqualTo(2);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (peer.heldInSilence() > 0) {
            assertThat(System.nanoTime()).as("lets go of the silent one").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    @Test
    void aDatabaseThatIsSilentFromTheStartIsAskedAnewToo() throws Exception {
        Future<Optional<Ref>> first = cards.find(104);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (peer.connections() == 0) {
            assertThat(System.nanoTime()).isLessThan(patience);
            Thread.onSpinWait();
        }
        peer.fallSilent();

        assertThat(first.toCompletionStage().toCompletableFuture().handle((found, failure) -> "done"))
                .succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(get(cards.find(105))).contains(new Ref(5, 1));
    }
}
