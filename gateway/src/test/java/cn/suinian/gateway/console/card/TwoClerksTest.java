package cn.suinian.gateway.console.card;

import static cn.suinian.gateway.console.CounterTown.digits;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.CounterTown;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two clerks at two screens serve one person, or reach for one card, at the same moment. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoClerksTest {

    private static final int ROUNDS = 12;

    private final ExecutorService screens = Executors.newFixedThreadPool(2);
    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        screens.shutdownNow();
        town.close();
    }

    @Test
    void onePersonGetsOneCardAndTheOtherClerkIsToldKindly() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long person = town.person();
            oneDoneOneTold(both(issue(person, town.fromTheBottom()), issue(person, town.fromTheBottom())), "该人已有一张有效卡");
            assertThat(town.ask("SELECT count(*) FROM card WHERE holder_id = " + person
                            + " AND status IN ('ISSUED', 'ACTIVE', 'LOST')"))
                    .isEqualTo("1");
        }
    }

    @Test
    void oneCardGoesToOnePerson() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int serial = town.fromTheBottom();
            oneDoneOneTold(both(issue(town.person(), serial), issue(town.person(), serial)), "这张卡不在库存中");
        }
    }

    private static void oneDoneOneTold(List<HttpResponse<String>> replies, String told) {
        assertThat(replies).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 422);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 422)
                .singleElement()
                .extracting(HttpResponse::body)
                .asString()
                .contains(told);
    }

    private static Map<String, String> issue(long person, int serial) {
        return Map.of("holder", Long.toString(person), "proposed", "", "card", digits(serial));
    }

    private List<HttpResponse<String>> both(Map<String, String> one, Map<String, String> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<HttpResponse<String>> first = screens.submit(() -> send(town.clerk, one, together));
        Future<HttpResponse<String>> second = screens.submit(() -> send(town.otherClerk, other, together));
        return List.of(first.get(), second.get());
    }

    private HttpResponse<String> send(Admitted who, Map<String, String> form, CyclicBarrier together) throws Exception {
        together.await();
        return town.post(who, "/cards/issue", form);
    }
}
