package cn.suinian.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RelayTest {
    private static final int SHORT_MILLIS = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket echo;
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
        relay = Relay.open();
        relay.leadTo(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void passesOnBothWays() throws IOException {
        try (Socket client = client()) {
            assertThat(exchange(client, 7)).isEqualTo(7);
            assertThat(exchange(client, 8)).isEqualTo(8);
        }
    }

    @Test
    void swallowsTheReplyToAMessageThatDidArrive() throws IOException {
        try (Socket client = client()) {
            relay.swallowReplies(1);

            assertThat(exchangeOrEnd(client, 7)).isEqualTo(-1);
            assertThat(heard).hasValue(7);
        }
        try (Socket another = client()) {
            assertThat(exchange(another, 8)).isEqualTo(8);
        }
    }

    @Test
    void holdsWhatItIsToldToHoldAndPassesItOnLater() throws IOException {
        try (Socket client = client()) {
            relay.stall(true);
            client.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> exchange(client, 7)).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(0);

            relay.behave();

            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void cutsWhatIsOpen() throws IOException {
        try (Socket client = client()) {
            assertThat(exchange(client, 7)).isEqualTo(7);

            relay.cutAll();

            assertThat(exchangeOrEnd(client, 8)).isEqualTo(-1);
        }
    }

    @Test
    void endsAConnectionThatLeadsNowhere() throws IOException {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            relay.leadTo(bound.getLocalPort());
            try (Socket client = client()) {
                assertThat(exchangeOrEnd(client, 7)).isEqualTo(-1);
            }
        }
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), relay.port());
    }

    private static int exchange(Socket client, int message) throws IOException {
        client.getOutputStream().write(message);
        return client.getInputStream().read();
    }

    /** A connection that was cut ends or is reset, as the system pleases. */
    private static int exchangeOrEnd(Socket client, int message) {
        try {
            return exchange(client, message);
        } catch (IOException reset) {
            return -1;
        }
    }

    private void serve() {
        try {
            while (!echo.isClosed()) {
                Socket client = echo.accept();
                threads.execute(() -> answer(client));
            }
        } catch (IOException closed) {
            heard.get();
        }
    }

    private void answer(Socket client) {
        try (client) {
            for (int message = client.getInputStream().read();
                    message >= 0;
                    message = client.getInputStream().read()) {
                heard.set(message);
                client.getOutputStream().write(message);
            }
        } catch (IOException cut) {
            heard.get();
        }
    }
}
