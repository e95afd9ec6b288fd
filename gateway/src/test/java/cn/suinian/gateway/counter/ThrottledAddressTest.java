package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sends wrong tokens waits; a client with a right secret at the same address does not wait with them. */
@ExtendWith(PostgresExtension.class)
class ThrottledAddressTest {
    private static final int TOO_MANY = 429;
    private static final Scope AT_THE_COUNTER = new Scope(District.FUTIAN, CounterStand.FUTIAN);
    private static final int MOST_TRIES = 2_000;

    @Test
    void aRightSecretAndTheTokenItIsGivenAreGoodWhileOthersFailAtTheSameAddress(Database database)
            throws IOException, SQLException {
        // Time stands still, so that nothing is forgiven meanwhile.
        try (CounterStand stand = new CounterStand(database, CounterStand.Setup.ROOMY, () -> 1)) {
            Client bank = stand.supervisor();
            failUntilTurnedAway(stand);
            String form = "grant_type=client_credentials&client_id=" + bank.id() + "&client_secret=";
            Reply granted = stand.send(Ask.form("/v1/oauth/token", form + bank.secret()));
            assertThat(granted.status())
                    .as("a right secret that was never shown here")
                    .isEqualTo(200);
            String token = granted.json().get("access_token").asText();
            failUntilTurnedAway(stand);
            assertThat(stand.send(Ask.get("/v1/stock").token(token)).status())
                    .as("the token of a moment ago")
                    .isEqualTo(200);
            assertThat(stand.send(Ask.form("/v1/oauth/token", form + "wrong")).status())
                    .as("a wrong secret")
                    .isEqualTo(TOO_MANY);
        }
    }

    @Test
    void aClientThatAsksForTokenAfterTokenWaitsAndAnotherDoesNot(Database database) throws IOException, SQLException {
        try (CounterStand stand = new CounterStand(database, CounterStand.Setup.ROOMY, () -> 1)) {
            Client bank = stand.client("bank-in-a-loop", Role.COUNTER_CLERK, AT_THE_COUNTER);
            Client other = stand.client("another-bank", Role.COUNTER_CLERK, AT_THE_COUNTER);
            assertThat(bank.token()).isNotEmpty();
            Reply reply = ask(stand, bank);
            int granted = 0;
            while (reply.status() == 200) {
                granted++;
                reply = ask(stand, bank);
            }
            assertThat(granted).isBetween(35, 40);
            assertThat(reply.status()).isEqualTo(TOO_MANY);
            assertThat(reply.code()).isEqualTo(42901);
            assertThat(bank.send(200, Ask.get("/v1/cards/due")).status())
                    .as("the token that it has")
                    .isEqualTo(200);
            assertThat(ask(stand, other).status()).as("another client").isEqualTo(200);
        }
    }

    private static Reply ask(CounterStand stand, Client client) throws IOException {
        String form = "grant_type=client_credentials&client_id=" + client.id() + "&client_secret=";
        return stand.send(Ask.form("/v1/oauth/token", form + client.secret()));
    }

    @Test
    void oneAddressHasTwoHundredConnectionsAndNotThePlacesOfAllOthers(Database database) throws Exception {
        List<Socket> open = new ArrayList<>();
        try (CounterStand stand = new CounterStand(database)) {
            for (int i = 0; i <= 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), stand.port());
                socket.setSoTimeout(10_000);
                open.add(socket);
            }
            assertThat(open.get(200).getInputStream().read()).as("sent away").isEqualTo(-1);
            open.get(0).getOutputStream().write("GET /v1/stock HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
            assertThat(open.get(0).getInputStream().read()).as("served").isEqualTo('H');
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static void failUntilTurnedAway(CounterStand stand) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            if (stand.send(Ask.get("/v1/stock").token("wrong-" + i)).status() == TOO_MANY) {
                return;
            }
        }
        throw new AssertionError("never turned away");
    }
}
