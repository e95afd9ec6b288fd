package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The versions of the key of columns, and the key of blind indexes, held in memory. Its text form shows no key. */
final class ColumnKeys {
    private static final int VERSION_BYTES = 2;
    private static final byte[] INDEX_PURPOSE = "suinian blind index".getBytes(UTF_8);
    private static final byte[] BETWEEN = {0};

    private final NavigableMap<Integer, byte[]> bytes = new TreeMap<>();
    private final NavigableMap<Integer, Sm4Gcm> ciphers = new TreeMap<>();
    private final Map<Integer, byte[]> indexes;

    /** Copies the keys of columns by version; of the keys of indexes only the first is used, and it never changes. */
    ColumnKeys(Map<Integer, byte[]> columns, Map<Integer, byte[]> indexes) {
        SecureRandom random = new SecureRandom();
        columns.forEach((version, key) -> {
            bytes.put(version, key.clone());
            ciphers.put(version, new Sm4Gcm(key, random));
        });
        this.indexes = new TreeMap<>(indexes);
    }

    boolean has(int version) {
        return ciphers.containsKey(version);
    }

    /** Whether every key of the other is here, and the same. */
    boolean includes(ColumnKeys other) {
        return includes(bytes, other.bytes) && includes(indexes, other.indexes);
    }

    int newest() {
        if (ciphers.isEmpty()) {
            throw new UnknownKeyVersionException("column", 1);
        }
        return ciphers.lastKey();
    }

    byte[] seal(String column, long rowId, byte[] plain) {
        int version = newest();
        byte[] sealed = cipher(version).seal(plain, place(version, column, rowId));
        return ByteBuffer.allocate(VERSION_BYTES + sealed.length)
                .putShort((short) version)
                .put(sealed)
                .array();
    }

    byte[] open(String column, long rowId, byte[] sealed) {
        int version = versionOf(sealed);
        byte[] rest = Arrays.copyOfRange(sealed, VERSION_BYTES, sealed.length);
        return cipher(version).open(rest, place(version, column, rowId));
    }

    byte[] blindIndex(String kind, String normalised) {
        byte[] key = indexes.get(1);
        if (key == null) {
            throw new UnknownKeyVersionException("index", 1);
        }
        return new HmacSm3(key).mac(INDEX_PURPOSE, BETWEEN, kind.getBytes(UTF_8), BETWEEN, normalised.getBytes(UTF_8));
    }

    /** The version that a value says it was sealed with. */
    static int versionOf(byte[] sealed) {
        if (sealed.length < VERSION_BYTES + Sm4Gcm.OVERHEAD_BYTES) {
            throw new SealBrokenException("A sealed value has at least " + (VERSION_BYTES + Sm4Gcm.OVERHEAD_BYTES)
                    + " bytes, this one has " + sealed.length);
        }
        return Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort());
    }

    private Sm4Gcm cipher(int version) {
        Sm4Gcm cipher = ciphers.get(version);
        if (cipher == null) {
            throw new UnknownKeyVersionException("column", version);
        }
        return cipher;
    }

    /** The version is in it too, so that no other version can be written in front of a value. */
    private static byte[] place(int version, String column, long rowId) {
        byte[] name = column.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + Long.BYTES + name.length)
                .putShort((short) version)
                .putLong(rowId)
                .put(name)
                .array();
    }

    private static boolean includes(Map<Integer, byte[]> ours, Map<Integer, byte[]> theirs) {
        return theirs.entrySet().stream()
                .allMatch(their -> MessageDigest.isEqual(ours.get(their.getKey()), their.getValue()));
    }

    @Override
    public String toString() {
        return "column keys " + ciphers.keySet();
    }
}
