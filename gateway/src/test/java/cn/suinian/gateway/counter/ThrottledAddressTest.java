package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sends wrong tokens waits; a client with a right secret at the same address does not wait with them. */
@ExtendWith(PostgresExtension.class)
class ThrottledAddressTest {
    private static final int TOO_MANY = 429;
    private static final int MOST_TRIES = 2_000;

    @Test
    void aRightSecretAndTheTokenItIsGivenAreGoodWhileOthersFailAtTheSameAddress(Database database)
            throws IOException, SQLException {
        try (CounterStand stand = new CounterStand(database)) {
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

    private static void failUntilTurnedAway(CounterStand stand) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            if (stand.send(Ask.get("/v1/stock").token("wrong-" + i)).status() == TOO_MANY) {
                return;
            }
        }
        throw new AssertionError("never turned away");
    }
}
