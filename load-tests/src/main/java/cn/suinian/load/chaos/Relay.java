package cn.suinian.load.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A TCP relay on 127.0.0.1 that can be told to misbehave. Its own port stays; where it leads to may change. */
final class Relay implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private static final long LOOK_NANOS = 5_000_000;

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(Relay::daemon);
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repliesToSwallow = new AtomicInteger();
    private volatile int target;
    private volatile boolean stalled;
    private volatile long delayNanos;

    private Relay(ServerSocket door) {
        this.door = door;
    }

    /** Opens a relay that leads nowhere yet. */
    static Relay open() throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
        relay.threads.execute(relay::accept);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Leads to this port of 127.0.0.1 from now on; connections that are open keep theirs. */
    void leadTo(int port) {
        target = port;
    }

    /** Forwards nothing in either direction until told otherwise; nothing is lost. */
    void stall(boolean on) {
        stalled = on;
    }

    /** Holds every chunk back for this long, each way. */
    void delayMillis(long millis) {
        delayNanos = millis * 1_000_000;
    }

    /** Cuts every connection that is open. */
    void cutAll() {
        open.forEach(Pair::cut);
    }

    /** The next so many replies are not passed on; the connection they were on is cut instead. */
    void swallowReplies(int count) {
        repliesToSwallow.set(count);
    }

    /** Does as a good relay does. */
    void behave() {
        stalled = false;
        delayNanos = 0;
        repliesToSwallow.set(0);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException closed) {
            cutAll();
        }
    }

    private void connect(Socket client) {
        Pair pair = new Pair(client);
        open.add(pair);
        try {
            awaitLeave();
            pair.connect(target);
            threads.execute(() -> pump(pair, pair.client, pair.server(), false));
            pump(pair, pair.server(), pair.client, true);
        } catch (IOException nobodyThere) {
            end(pair);
        }
    }

    private void pump(Pair pair, Socket from, Socket to, boolean replies) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (replies && repliesToSwallow.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    break;
                }
                awaitLeave();
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            pair.cut();
        } finally {
            end(pair);
        }
    }

    private void awaitLeave() {
        if (delayNanos > 0) {
            LockSupport.parkNanos(delayNanos);
        }
        while (stalled && !door.isClosed()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void end(Pair pair) {
        pair.cut();
        open.remove(pair);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    }

    /** The two sockets of one connection. */
    private static final class Pair {
        private final Socket client;
        private final Socket server = new Socket();

        Pair(Socket client) {
            this.client = client;
        }

        void connect(int port) throws IOException {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        }

        Socket server() {
            return server;
        }

        void cut() {
            closeQuietly(client);
            closeQuietly(server);
        }

        private static void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                Thread.onSpinWait();
            }
        }
    }
}
