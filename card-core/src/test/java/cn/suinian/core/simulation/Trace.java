package cn.suinian.core.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happened, line by line; the last lines are kept for whoever has to understand a failure. */
final class Trace {

    private static final int TAIL = 40;

    private final Wall wall;
    private final @Nullable Consumer<String> all;
    private final Deque<String> tail = new ArrayDeque<>();
    private int event;

    /** Tells the whole of it to this listener; without one nothing is written, which saves two fifths of the time. */
    Trace(Wall wall, @Nullable Consumer<String> all) {
        this.wall = wall;
        this.all = all;
    }

    void event(int number) {
        event = number;
    }

    void say(Supplier<String> what) {
        if (all == null) {
            return;
        }
        String line = "#" + event + "  " + wall.now() + "  " + what.get();
        all.accept(line);
        if (tail.size() == TAIL) {
            tail.removeFirst();
        }
        tail.addLast(line);
    }

    List<String> tail() {
        return List.copyOf(tail);
    }
}
