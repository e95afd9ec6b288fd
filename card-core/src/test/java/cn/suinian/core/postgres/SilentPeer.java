package cn.suinian.core.postgres;

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

/**
 * A way to a database on which connections can fall silent, as when its host loses its power: they stay open and
 * nothing comes back, ever. Connections that are made afterwards work, as with a host that took its place.
 */
public final class SilentPeer implements AutoCloseable {

    private final Database database;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Way> ways = ConcurrentHashMap.newKeySet();

    private static final class Way {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;
        private volatile boolean leftByClient;

        Way(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }
    }

    /** Opens a way to this database. */
    public SilentPeer(Database database) throws IOException {
        this.database = database;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The database as it is reached this way. */
    public Database database() {
        return new Database(
                "127.0.0.1", door.getLocalPort(), database.user(), database.password(), database.database());
    }

    /** Whoever is connected now hears nothing any more. */
    public void fallSilent() {
        ways.forEach(way -> way.silent = true);
    }

    /** How many connections were ever made. */
    public int connections() {
        return ways.size();
    }

    /** Of those that fell silent, how many the client has not let go of. */
    public long heldInSilence() {
        return ways.stream().filter(way -> way.silent && !way.leftByClient).count();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Way way : ways) {
            way.client.close();
            way.server.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Way way = new Way(client, new Socket(database.host(), database.port()));
                client.setTcpNoDelay(true);
                way.server.setTcpNoDelay(true);
                ways.add(way);
                threads.execute(() -> carry(way, true));
                threads.execute(() -> carry(way, false));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private static void carry(Way way, boolean asking) {
        byte[] chunk = new byte[16 * 1024];
        try (Socket to = asking ? way.server : way.client) {
            InputStream in = (asking ? way.client : way.server).getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!way.silent) {
                    out.write(chunk, 0, read);
                }
            }
        } catch (IOException cut) {
            way.leftByClient |= asking;
        }
        way.leftByClient |= asking;
    }
}
