package cn.suinian.load.audit;

import java.util.List;

/**
 * Something that must hold after a run.
 *
 * @param sentence what must hold
 * @param breaks what speaks against it, empty when it holds
 */
public record Invariant(String sentence, List<String> breaks) {
    public Invariant {
        breaks = List.copyOf(breaks);
    }

    public boolean holds() {
        return breaks.isEmpty();
    }
}
