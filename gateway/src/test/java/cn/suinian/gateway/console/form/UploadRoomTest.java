package cn.suinian.gateway.console.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people send files at once, over real connections. */
class UploadRoomTest {
    private static final int MIB = 1 << 20;
    private static final BodyLimit LIMIT = BodyLimit.oneFile(2 * MIB);

    private final UploadRoom room = new UploadRoom(5 * MIB / 2);
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private volatile BodyReader.Patience patience = BodyReader.Patience.USUAL;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private void take(HttpServerRequest request) {
        request.pause();
        UploadRoom.Place place = room.place();
        BodyReader.read(request, LIMIT, place, patience).onComplete(read -> {
            int status = read.succeeded()
                    ? 200
                    : ((BodyRefusedException) read.cause()).page().status();
            place.leave();
            if (!request.response().closed()) {
                request.response().setStatusCode(status).end();
            }
        });
    }

    @Test
    void whoSaysHowMuchComesIsRefusedBeforeAByteIsRead() throws Exception {
        try (Sender first = new Sender();
                Sender second = new Sender()) {
            first.say("Transfer-Encoding: chunked");
            first.chunk(2 * MIB);
            awaitTaken(2 * MIB);
            second.say("Content-Length: " + MIB);
            assertThat(second.status()).isEqualTo(503);
        }
        awaitTaken(0);
    }

    @Test
    void whatIsOnlySaidTakesNoRoom() throws Exception {
        try (Sender first = new Sender();
                Sender second = new Sender();
                Sender third = new Sender()) {
            for (Sender each : new Sender[] {first, second}) {
                each.say("Content-Length: " + 2 * MIB);
                each.write("-");
            }
            awaitTaken(2);
            third.say("Transfer-Encoding: chunked");
            third.chunk(3 * MIB / 2);
            third.end();
            assertThat(third.status()).isEqualTo(200);
        }
        awaitTaken(0);
    }

    @Test
    void plainFormsTakeRoomToo() throws Exception {
        try (Sender sender = new Sender()) {
            sender.say("Content-Length: 60000", "application/x-www-form-urlencoded");
            sender.write(("a=" + "a".repeat(9_997) + "&").repeat(5));
            awaitTaken(50_000);
            sender.write("a=" + "a".repeat(9_998));
            assertThat(sender.status()).isEqualTo(200);
        }
        awaitTaken(0);
    }

    @Test
    void whoeverBringsNextToNothingIsSentAway() throws Exception {
        patience = new BodyReader.Patience(1, 20_000);
        for (String type : new String[] {"multipart/form-data; boundary=b", "application/x-www-form-urlencoded"}) {
            try (Sender sender = new Sender()) {
                sender.say("Content-Length: 50000", type);
                sender.write("--b");
                assertThat(sender.status()).as(type).isEqualTo(408);
            }
        }
        awaitTaken(0);
    }

    @Test
    void aFileMayTakeAsLongAsItComesAtThatPace() {
        BodyReader.Patience usual = BodyReader.Patience.USUAL;
        int pace = 33 << 10;
        for (int second = 0; second * pace < 50 * MIB; second++) {
            assertThat(usual.isOver(second, (long) second * pace, false)).isFalse();
        }
        assertThat(usual.isOver(30, 0, false)).isFalse();
        assertThat(usual.isOver(31, 100, false)).isTrue();
        assertThat(usual.isOver(31, 60_000, true)).isTrue();
    }

    @Test
    void twoFilesOfOneMemberOfStaffMayComeAtOnce() {
        UploadRoom.Place first = room.place();
        UploadRoom.Place third = room.place();
        assertThat(first.isFor(7)).isTrue();
        assertThat(room.place().isFor(7)).isTrue();
        assertThat(third.isFor(7)).isFalse();
        assertThat(room.place().isFor(8)).isTrue();
        third.leave();
        assertThat(room.place().isFor(7)).isFalse();
        first.leave();
        first.leave();
        assertThat(room.place().isFor(7)).isTrue();
        assertThat(room.place().isFor(7)).isFalse();
    }

    @Test
    void whoDoesNotSayIsRefusedAtTheByteThatIsTooMany() throws Exception {
        try (Sender first = new Sender();
                Sender second = new Sender()) {
            first.say("Transfer-Encoding: chunked");
            first.chunk(3 * MIB / 2);
            awaitTaken(3 * MIB / 2);
            second.say("Transfer-Encoding: chunked");
            second.chunk(3 * MIB / 2);
            assertThat(second.status()).isEqualTo(503);
        }
        awaitTaken(0);
        try (Sender third = new Sender()) {
            third.say("Transfer-Encoding: chunked");
            third.chunk(MIB);
            third.end();
            assertThat(third.status()).isEqualTo(200);
        }
        awaitTaken(0);
    }

    @Test
    void whatIsTooMuchForTheRouteIsToldSo() throws Exception {
        try (Sender sender = new Sender()) {
            sender.say("Transfer-Encoding: chunked");
            sender.chunk(9 * MIB / 4);
            assertThat(sender.status()).isEqualTo(413);
        }
        awaitTaken(0);
    }

    private void awaitTaken(long least) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (least == 0 ? room.taken() != 0 : room.taken() < least) {
            assertThat(System.nanoTime()).as("%d taken", room.taken()).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private final class Sender implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());

        Sender() throws IOException {
            socket.setSoTimeout(30_000);
        }

        void say(String length) throws IOException {
            say(length, "multipart/form-data; boundary=b");
        }

        void say(String length, String type) throws IOException {
            write("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n");
        }

        /** The beginning of a file. */
        void chunk(int bytes) throws IOException {
            String head = String.join(
                    "\r\n",
                    "--b",
                    "Content-Disposition: form-data; name=\"f\"; filename=\"x\"",
                    "Content-Type: text/csv",
                    "",
                    "");
            write(Integer.toHexString(bytes + head.length()) + "\r\n" + head + "a".repeat(bytes) + "\r\n");
        }

        void end() throws IOException {
            write("9\r\n\r\n--b--\r\n\r\n0\r\n\r\n");
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        int status() throws IOException {
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 000".length());
            return Integer.parseInt(new String(line, ISO_8859_1).substring(9));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
