package cn.suinian.core.crypto;

import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.crypto.sm2.Sm2SigningKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions of the key that signs lists, held in memory. Its text form never shows a key. */
final class SigningKeys {
    private final NavigableMap<Integer, Sm2SigningKey> byVersion = new TreeMap<>();
    private final SortedMap<Integer, Sm2PublicKey> publicKeys;
    private final SecureRandom random = new SecureRandom();

    /** Copies the keys; throws {@link IllegalArgumentException} unless each is an SM2 private key of 32 bytes. */
    SigningKeys(Map<Integer, byte[]> keys) {
        SortedMap<Integer, Sm2PublicKey> published = new TreeMap<>();
        keys.forEach((version, bytes) -> {
            Sm2SigningKey key = new Sm2SigningKey(bytes);
            byVersion.put(version, key);
            published.put(version, key.publicKey());
        });
        publicKeys = Collections.unmodifiableSortedMap(published);
    }

    SortedMap<Integer, Sm2PublicKey> publicKeys() {
        return publicKeys;
    }

    /** Whether every key of the other is here, and the same. */
    boolean includes(SigningKeys other) {
        return other.publicKeys.entrySet().stream().allMatch(theirs -> {
            Sm2PublicKey ours = publicKeys.get(theirs.getKey());
            return ours != null
                    && Arrays.equals(ours.encoded(), theirs.getValue().encoded());
        });
    }

    /** Signs with the newest key; throws {@link UnknownKeyVersionException} when there is none. */
    Signature sign(byte[] content) {
        if (byVersion.isEmpty()) {
            throw new UnknownKeyVersionException("signing", 1);
        }
        Map.Entry<Integer, Sm2SigningKey> newest = byVersion.lastEntry();
        return new Signature(newest.getKey(), Hex.encode(newest.getValue().sign(content, random)));
    }

    @Override
    public String toString() {
        return "signing keys " + byVersion.keySet();
    }
}
