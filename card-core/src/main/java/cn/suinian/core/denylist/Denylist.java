package cn.suinian.core.denylist;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The denylist at one version: the last change of each card that ever was on it, by version. Immutable; 13 bytes a
 * card.
 */
public final class Denylist {
    /** Before anything was read, and where no card was ever lost. */
    public static final Denylist EMPTY = new Denylist(0, new long[0], new int[0], new boolean[0]);

    /**
     * What became of a card.
     *
     * @param version when, greater than 0; no two changes share one
     * @param listed whether it was put on the list, else it was taken off
     */
    public record Change(long version, int cardSerial, boolean listed) {}

    private final long version;
    private final long[] changedIn;
    private final int[] serials;
    private final boolean[] listed;

    private Denylist(long version, long[] changedIn, int[] serials, boolean[] listed) {
        this.version = version;
        this.changedIn = changedIn;
        this.serials = serials;
        this.listed = listed;
    }

    /** The version of the latest change, 0 before the first. */
    public long version() {
        return version;
    }

    /** How many cards have changed after that version, up to this one. */
    public int changesSince(long since) {
        return serials.length - firstAfter(since);
    }

    /** The serials of the cards that a terminal with that version must put on its list, by version of their change. */
    public void eachAddedSince(long since, IntConsumer each) {
        eachSince(since, true, each);
    }

    /** The serials of the cards that a terminal with that version must take off its list, if they are on it. */
    public void eachRemovedSince(long since, IntConsumer each) {
        eachSince(since, false, each);
    }

    /**
     * This list after more has happened.
     *
     * @param head the version then
     * @param changes the last change of each card that changed after this version
     */
    public Denylist with(long head, List<Change> changes) {
        if (changes.isEmpty() && head == version) {
            return this;
        }
        int[] changed = changes.stream().mapToInt(Change::cardSerial).sorted().toArray();
        int most = serials.length + changes.size();
        Denylist next = new Denylist(head, new long[most], new int[most], new boolean[most]);
        int size = 0;
        for (int i = 0; i < serials.length; i++) {
            if (Arrays.binarySearch(changed, serials[i]) < 0) {
                next.set(size++, changedIn[i], serials[i], listed[i]);
            }
        }
        List<Change> inOrder = changes.stream()
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
        for (Change change : inOrder) {
            next.set(size++, change.version, change.cardSerial, change.listed);
        }
        return next.cutTo(size);
    }

    private void set(int at, long changed, int serial, boolean onList) {
        changedIn[at] = changed;
        serials[at] = serial;
        listed[at] = onList;
    }

    private Denylist cutTo(int size) {
        return new Denylist(
                version, Arrays.copyOf(changedIn, size), Arrays.copyOf(serials, size), Arrays.copyOf(listed, size));
    }

    private void eachSince(long since, boolean onList, IntConsumer each) {
        for (int i = firstAfter(since); i < serials.length; i++) {
            if (listed[i] == onList) {
                each.accept(serials[i]);
            }
        }
    }

    private int firstAfter(long since) {
        int found = Arrays.binarySearch(changedIn, since);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
