package cn.suinian.settlement.seal.merkle;

import java.util.ArrayList;
import java.util.List;

/** Adds up a tree from the left; keeps one hash for each perfect subtree, so at most one for each bit of the count. */
public final class MerkleRoot {
    private final List<byte[]> subtrees = new ArrayList<>();
    private long leaves;
    private boolean closed;

    /** Adds the hash of a leaf. */
    public void add(byte[] leaf) {
        addSubtree(leaf, 0);
    }

    /**
     * Adds the root of a perfect subtree of 2^level leaves. What was added before must be a multiple of as many.
     *
     * @throws IllegalStateException when it is not, or the tree has its last subtree
     */
    public void addSubtree(byte[] root, int level) {
        if (closed || Long.numberOfTrailingZeros(leaves) < level) {
            throw new IllegalStateException("a subtree of level " + level + " after " + leaves + " leaves");
        }
        byte[] merged = root;
        for (long bit = 1L << level; (leaves & bit) != 0; bit <<= 1) {
            merged = MerkleHash.node(subtrees.remove(subtrees.size() - 1), merged);
        }
        subtrees.add(merged);
        leaves += 1L << level;
    }

    /** Adds the root of the last subtree, of any number of leaves up to what would be perfect here; nothing follows. */
    public void addLast(byte[] root, long count) {
        if (closed) {
            throw new IllegalStateException("the tree has its last subtree");
        }
        subtrees.add(root);
        leaves += count;
        closed = true;
    }

    /** How many leaves. */
    public long leaves() {
        return leaves;
    }

    /** The root of what was added so far. */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return MerkleHash.ofNothing();
        }
        byte[] root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(subtrees.get(i), root);
        }
        return root;
    }
}
