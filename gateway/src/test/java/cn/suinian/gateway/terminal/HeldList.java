package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A terminal with its denylist: fetches, checks every proof, and applies what it is told. */
final class HeldList {
    private static final Pattern SIGNATURE = Pattern.compile("key=1, sm2=\"([0-9a-f]{128})\"");

    private final TerminalStand stand;
    private final Set<String> cards = new HashSet<>();
    private long version;

    HeldList(TerminalStand stand) {
        this.stand = stand;
    }

    long version() {
        return version;
    }

    Set<String> cards() {
        return cards;
    }

    /** Starts anew with the whole list. */
    HeldList fetch() throws IOException {
        JsonNode list = get("").json();
        assertThat(list.get("since").isNull()).isTrue();
        assertThat(list.get("removes")).isEmpty();
        cards.clear();
        cards.addAll(names(list, "adds"));
        version = list.get("version").asLong();
        return this;
    }

    /** Fetches what changed since, and says what that was. */
    JsonNode follow() throws IOException {
        JsonNode changes = get("?since=" + version).json();
        assertThat(changes.get("since").asLong()).isEqualTo(version);
        List<String> told = new ArrayList<>(names(changes, "adds"));
        told.addAll(names(changes, "removes"));
        assertThat(new HashSet<>(told)).as("each card once").hasSameSizeAs(told);
        cards.addAll(names(changes, "adds"));
        names(changes, "removes").forEach(cards::remove);
        assertThat(changes.get("version").asLong()).isGreaterThanOrEqualTo(version);
        version = changes.get("version").asLong();
        return changes;
    }

    static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.get(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Reply get(String query) throws IOException {
        Request request = Request.get(SmallCity.CANTEEN, "/v1/denylist" + query);
        try (Wire wire = stand.connect()) {
            Reply reply = wire.exchange(request);
            assertThat(reply.status()).as(reply::text).isEqualTo(200);
            assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
            Matcher signature =
                    SIGNATURE.matcher(reply.header("suinian-signature").orElse(""));
            assertThat(signature.matches()).isTrue();
            assertThat(publicKey(wire).verify(reply.body(), Hex.decode(signature.group(1))))
                    .isTrue();
            return reply;
        }
    }

    /** As anybody gets it, without proving anything. */
    private static Sm2PublicKey publicKey(Wire wire) throws IOException {
        JsonNode keys =
                wire.exchange(Request.get(0, "/v1/keys").authorization("")).json();
        return Sm2PublicKey.decode(
                Hex.decode(keys.get("signing").get(0).get("publicKey").asText()));
    }
}
