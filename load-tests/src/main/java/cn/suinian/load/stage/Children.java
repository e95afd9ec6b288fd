package cn.suinian.load.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes a stage started; stopped politely first, then for good. */
final class Children {
    private static final int GRACE_SECONDS = 15;

    private final List<Process> alive = new ArrayList<>();

    synchronized Process add(Process child) {
        alive.add(child);
        return child;
    }

    synchronized void stop() {
        alive.forEach(Process::destroy);
        for (Process child : alive) {
            List<ProcessHandle> offspring = child.descendants().toList();
            if (!hasEnded(child)) {
                child.destroyForcibly();
            }
            offspring.forEach(ProcessHandle::destroyForcibly);
        }
        alive.clear();
    }

    private static boolean hasEnded(Process child) {
        try {
            return child.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
