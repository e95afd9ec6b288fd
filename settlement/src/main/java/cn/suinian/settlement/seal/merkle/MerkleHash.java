package cn.suinian.settlement.seal.merkle;

import cn.suinian.core.crypto.Sm3;

/** The hashes of leaves and nodes: 32 bytes each. */
public final class MerkleHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleHash() {}

    /** Of the tree without leaves. */
    public static byte[] ofNothing() {
        return Sm3.digest();
    }

    /** Of a row. */
    public static byte[] leaf(byte[] row) {
        return Sm3.digest(LEAF, row);
    }

    /** Of two subtrees. */
    public static byte[] node(byte[] left, byte[] right) {
        return Sm3.digest(NODE, left, right);
    }
}
