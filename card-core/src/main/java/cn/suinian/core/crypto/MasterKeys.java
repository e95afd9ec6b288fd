package cn.suinian.core.crypto;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The versions of one master key, held in memory. Its text form never shows a key. */
final class MasterKeys {
    private final String kind;
    private final SortedMap<Integer, byte[]> byVersion = new TreeMap<>();

    /** Copies the keys; throws {@link IllegalArgumentException} unless each has 16 bytes. */
    MasterKeys(String kind, Map<Integer, byte[]> keys) {
        this.kind = kind;
        keys.forEach((version, key) ->
                byVersion.put(version, Sm4.keyParameter(key).getKey().clone()));
    }

    boolean has(int version) {
        return byVersion.containsKey(version);
    }

    SortedSet<Integer> versions() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byVersion.keySet()));
    }

    /** Whether every key of the other is here, and the same. */
    boolean includes(MasterKeys other) {
        return other.byVersion.entrySet().stream()
                .allMatch(theirs -> MessageDigest.isEqual(byVersion.get(theirs.getKey()), theirs.getValue()));
    }

    /** The key that this master gives for a factor; throws {@link UnknownKeyVersionException}. */
    byte[] derive(int version, byte[] factor) {
        byte[] master = byVersion.get(version);
        if (master == null) {
            throw new UnknownKeyVersionException(kind, version);
        }
        return Diversification.key(master, factor);
    }

    @Override
    public String toString() {
        return kind + " master keys " + byVersion.keySet();
    }
}
