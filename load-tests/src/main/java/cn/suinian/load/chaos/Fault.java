package cn.suinian.load.chaos;

import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One fault of a round: strikes a fleet, lasts a while, and is over. Bringing things back is the fleet's own work. */
final class Fault {
    private static final int SHORTEST_MILLIS = 1_500;
    private static final int LONGEST_MILLIS = 4_500;
    private static final int TICK_MILLIS = 60;

    /** Not a multiple of a page, so that a write is cut in its middle. */
    private static final long FILE_LIMIT_BYTES = (1 << 20) + 1_000;

    private final FaultKind kind;
    private final int node;
    private final int lastsMillis;
    private final Random random;

    private Fault(FaultKind kind, int node, int lastsMillis, Random random) {
        this.kind = kind;
        this.node = node;
        this.lastsMillis = lastsMillis;
        this.random = random;
    }

    /** Draws where it strikes and how long it lasts. */
    static Fault draw(FaultKind kind, Random random) {
        int millis = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
        return new Fault(kind, random.nextInt(Fleet.NODES), millis, random);
    }

    FaultKind kind() {
        return kind;
    }

    /** Strikes, lasts and ends; the fleet may lie in pieces then. */
    void happenTo(Fleet fleet) throws StageException, IOException, InterruptedException {
        switch (kind) {
            case NODE_KILLED -> kill(List.of(fleet.server(node).pid()));
            case POSTMASTER_KILLED -> kill(List.of(postmaster(fleet)));
            case BACKEND_KILLED -> kill(List.of(backend(fleet)));
            case EVERYTHING_KILLED -> killEverything(fleet);
            case DATABASE_FROZEN -> freeze(fleet.databasePids());
            case NODE_FROZEN -> freeze(List.of(fleet.server(node).pid()));
            case COMMITS_CUT -> again(() -> cut(fleet.back(node)));
            case DATABASE_STALLED -> {
                fleet.back(node).stall(true);
                last();
            }
            case DATABASE_SLOW -> {
                fleet.back(node).delayMillis(20 + random.nextInt(150));
                last();
            }
            case REPLIES_LOST -> again(() -> fleet.front(node).swallowReplies(1 + random.nextInt(6)));
            case NODE_RESTARTED -> fleet.server(node).stop();
            case DISK_FULL -> fillTheDisk(fleet);
        }
    }

    private void kill(List<Long> pids) throws IOException, InterruptedException {
        Signals.kill(pids);
        TimeUnit.MILLISECONDS.sleep(lastsMillis / 4);
    }

    private void killEverything(Fleet fleet) throws StageException, IOException, InterruptedException {
        List<Long> all = new ArrayList<>(fleet.databasePids());
        all.add(fleet.keeper().pid());
        for (int i = 0; i < Fleet.NODES; i++) {
            all.add(fleet.server(i).pid());
        }
        Signals.kill(all);
        fleet.keeper().awaitEnd();
    }

    private void freeze(List<Long> pids) throws IOException, InterruptedException {
        Signals.stop(pids);
        try {
            last();
        } finally {
            Signals.goOn(pids);
        }
    }

    /** Statements that are under way lose their reply and their connection; sometimes everything is cut at once. */
    private void cut(Relay relay) {
        if (random.nextInt(8) == 0) {
            relay.cutAll();
        } else {
            relay.swallowReplies(1 + random.nextInt(4));
        }
    }

    private void fillTheDisk(Fleet fleet) throws IOException, InterruptedException {
        Signals.limitFiles(fleet.databasePids(), Optional.of(FILE_LIMIT_BYTES));
        try {
            last();
        } finally {
            Signals.limitFiles(fleet.databasePids(), Optional.empty());
        }
    }

    private void again(Runnable blow) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(lastsMillis);
        while (System.nanoTime() < until) {
            blow.run();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * TICK_MILLIS));
        }
    }

    private void last() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(lastsMillis);
    }

    private static long postmaster(Fleet fleet) throws StageException {
        return Signals.postmaster(fleet.cluster())
                .orElseThrow(() -> new StageException("the database is down"))
                .pid();
    }

    /** A backend that serves a client: its title names the client's address. */
    private long backend(Fleet fleet) throws StageException {
        List<Long> serving = fleet.databasePids().stream()
                .filter(pid -> title(pid).contains("127.0.0.1("))
                .toList();
        if (serving.isEmpty()) {
            throw new StageException("the database serves nobody");
        }
        return serving.get(random.nextInt(serving.size()));
    }

    private static String title(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
