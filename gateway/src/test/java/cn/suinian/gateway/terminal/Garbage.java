package cn.suinian.gateway.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Makes garbage, the same for the same seed: everything but a good request of this protocol. */
final class Garbage {
    private static final String[] OPENINGS = {
        "",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: ",
        "POST /v1/taps HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /v1/taps HTTP/1.0\r\n",
        "CONNECT ",
    };

    private final Random random;
    private long made;

    /** What becomes of the connection. */
    enum After {
        /** The sender hangs up without waiting. */
        HANGS_UP,
        /** There is a reply or a closed connection, but for the few that promise more than they send. */
        UNCERTAIN,
        /** There is a reply, and the connection can be used again. */
        REPLY
    }

    /** One piece of garbage. */
    static final class Piece {
        private final byte[] bytes;
        private final After after;

        Piece(byte[] bytes, After after) {
            this.bytes = bytes;
            this.after = after;
        }

        byte[] bytes() {
            return bytes;
        }

        After after() {
            return after;
        }
    }

    Garbage(long seed) {
        random = new Random(seed);
    }

    Piece next() {
        return switch (random.nextInt(6)) {
            case 0 -> new Piece(noise(), After.UNCERTAIN);
            case 1 -> new Piece(mutated(), After.UNCERTAIN);
            case 2 -> new Piece(half(), After.HANGS_UP);
            case 3 -> new Piece(wrongMac(), After.REPLY);
            case 4 -> new Piece(signedNonsense(), After.REPLY);
            default -> new Piece(strangeHeaders(), After.REPLY);
        };
    }

    private byte[] noise() {
        byte[] opening = OPENINGS[random.nextInt(OPENINGS.length)].getBytes(ISO_8859_1);
        byte[] noise = new byte[1 + random.nextInt(300)];
        random.nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(opening);
        bytes.writeBytes(noise);
        bytes.writeBytes("\r\n\r\n".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }

    private byte[] mutated() {
        byte[] bytes = tap().request().bytes();
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] half() {
        byte[] bytes = tap().request().bytes();
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private byte[] wrongMac() {
        byte[] mac = new byte[32];
        random.nextBytes(mac);
        Request request = tap().request();
        return request.authorization(request.authorization()
                        .replace(request.mac(), HexFormat.of().formatHex(mac)))
                .bytes();
    }

    /** A body with some characters changed, rightly signed: only the parser stands in its way, and the TAC. */
    private byte[] signedNonsense() {
        byte[] body = tap().text().getBytes(ISO_8859_1);
        for (int i = 0; i <= random.nextInt(6); i++) {
            int place = random.nextInt(body.length);
            body[place] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\":,\\0e-".charAt(random.nextInt(11)));
        }
        return Request.post(SmallCity.CANTEEN, Arrays.copyOf(body, body.length - random.nextInt(2)))
                .bytes();
    }

    private byte[] strangeHeaders() {
        Request request = tap().request().authorization("Bearer " + random.nextLong());
        for (int i = 0; i < random.nextInt(40); i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(100); length > 0; length--) {
                value.append((char) (' ' + 1 + random.nextInt(94)));
            }
            request.header("X-" + random.nextInt(1_000) + ": " + value);
        }
        return request.bytes();
    }

    private TapJson tap() {
        made++;
        return TapJson.meal(SmallCity.VECTOR_CARD, made).counter(made).with("tac", "\"0123456789abcdef\"");
    }
}
