package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.stand.Reply;
import java.io.IOException;
import java.util.Base64;

/** Counter software that has a secret, gets a token when it first needs one, and asks. */
final class Client {
    private final CounterStand stand;
    private final String id;
    private final String secret;
    private String token = "";

    Client(CounterStand stand, String id, String secret) {
        this.stand = stand;
        this.id = id;
        this.secret = secret;
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    /** The header line that proves who it is. */
    String basic() {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    String token() throws IOException {
        if (token.isEmpty()) {
            Reply reply = stand.send(
                    Ask.form("/v1/oauth/token", "grant_type=client_credentials").header(basic()));
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            token = reply.json().get("access_token").asText();
        }
        return token;
    }

    void forgetToken() {
        token = "";
    }

    Reply send(Ask ask) throws IOException {
        return stand.send(ask.token(token()));
    }

    /** Asks, and expects this status. */
    Reply send(int status, Ask ask) throws IOException {
        Reply reply = send(ask);
        assertThat(reply.status())
                .as("%s %s: %s", ask.method(), ask.target(), reply)
                .isEqualTo(status);
        return reply;
    }

    /** Registers somebody; the number of the holder. */
    long register(Elder elder) throws IOException {
        return send(201, Ask.act("/v1/holders", elder.json()))
                .json()
                .get("holderId")
                .asLong();
    }

    /** Hands over a card that works; its serial. */
    int issue(long holderId) throws IOException {
        return send(201, Ask.act("/v1/cards", "{\"holderId\":" + holderId + ",\"activate\":true}"))
                .json()
                .get("serial")
                .asInt();
    }
}
