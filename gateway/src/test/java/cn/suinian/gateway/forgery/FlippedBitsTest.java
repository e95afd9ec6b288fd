package cn.suinian.gateway.forgery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One bit of a message is turned, wherever it is: it is refused and leaves no trace, and the true one still works. */
@ExtendWith(PostgresExtension.class)
class FlippedBitsTest {
    private static final int MAC_WRONG = 40104;

    /** Coprime to 8, so that every bit of a byte has its turn. */
    private static final int SAMPLE = 5;

    private static Scene scene;
    private String before;

    @BeforeAll
    static void start(Database database) throws Exception {
        scene = new Scene(database);
    }

    @BeforeEach
    void remember() throws SQLException {
        before = scene.traces();
    }

    @AfterEach
    void theTrueOneStillWorks() throws IOException, SQLException {
        assertThat(scene.traces()).isEqualTo(before);
        TapJson tap = TapJson.bus(scene.stand().anotherCard(), scene.stand().nextSeq());
        assertThat(scene.send(tap.request()).text()).contains("APPROVED");
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void ofTheTac() throws IOException {
        TapJson tap = scene.genuine();
        for (int bit = 0; bit < 64; bit++) {
            String forged = flippedHex(tap.tac(), bit);
            Request request = TapJson.bus(tap.cardNo(), tap.terminalSeq())
                    .with("tac", '"' + forged + '"')
                    .request();
            assertThat(scene.send(request).text())
                    .as("bit %d", bit)
                    .contains("\"outcome\":\"DECLINED\",\"reason\":\"TAC_INVALID\"");
        }
        assertThat(scene.send(tap.lookUp()).code()).isEqualTo(40402);
    }

    @Test
    void ofTheMac() throws IOException {
        for (int bit = 0; bit < 256; bit++) {
            Request request = scene.genuine().request();
            String right = request.authorization();
            request.authorization(right.replace(request.mac(), flippedHex(request.mac(), bit)));
            assertThat(scene.send(request).code()).as("bit %d", bit).isEqualTo(MAC_WRONG);
        }
    }

    @Test
    void ofTheBody() throws IOException {
        byte[] right = scene.genuine().text().getBytes(ISO_8859_1);
        for (int bit = 0; bit < 8 * right.length; bit += SAMPLE) {
            Request request = scene.genuine().request().sealed().body(flipped(right, bit));
            assertThat(scene.send(request).code()).as("bit %d", bit).isEqualTo(MAC_WRONG);
        }
    }

    @Test
    void ofTheTimeItWasSent() throws IOException {
        String right = SmallCity.NOW.toString();
        for (int bit = 0; bit < 8 * right.length(); bit++) {
            Request request = scene.genuine().request().sealed().sent(flipped(right, bit));
            assertThat(scene.send(request).code()).as("bit %d", bit).isIn(Set.of(MAC_WRONG, 40101, 40000));
        }
    }

    @Test
    void ofTheTarget() throws IOException {
        String right = scene.captured().lookUp().target();
        for (int bit = 0; bit < 8 * right.length(); bit++) {
            Request request = scene.captured().lookUp().sealed().target(flipped(right, bit));
            assertThat(scene.send(request).code()).as("bit %d", bit).isIn(Set.of(MAC_WRONG, 40401, 40501, 40000));
        }
    }

    @Test
    void ofTheMethod() throws IOException {
        for (int bit = 0; bit < 32; bit++) {
            Request request = scene.genuine().request().sealed().method(flipped("POST", bit));
            assertThat(scene.send(request).code()).as("bit %d", bit).isIn(Set.of(40501, 40000));
        }
    }

    @Test
    void ofTheDenylistAndItsSignature() throws IOException {
        Reply list = scene.send(Request.get(SmallCity.GATE, "/v1/denylist"));
        byte[] signature = Hex.decode(
                list.header("suinian-signature").orElseThrow().replaceFirst("key=1, sm2=\"([0-9a-f]{128})\"", "$1"));
        Reply keys = scene.send(Request.get(0, "/v1/keys").authorization(""));
        Sm2PublicKey key = Sm2PublicKey.decode(
                Hex.decode(keys.json().at("/signing/0/publicKey").asText()));
        assertThat(key.verify(list.body(), signature)).isTrue();
        for (int bit = 0; bit < 512; bit++) {
            assertThat(key.verify(list.body(), flipped(signature, bit)))
                    .as("bit %d of the signature", bit)
                    .isFalse();
        }
        for (int bit = 0; bit < 8 * list.body().length; bit += SAMPLE) {
            assertThat(key.verify(flipped(list.body(), bit), signature))
                    .as("bit %d of the list", bit)
                    .isFalse();
        }
    }

    private static String flippedHex(String hex, int bit) {
        return Hex.encode(flipped(Hex.decode(hex), bit));
    }

    private static String flipped(String text, int bit) {
        return new String(flipped(text.getBytes(ISO_8859_1), bit), ISO_8859_1);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }
}
