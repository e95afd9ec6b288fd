package cn.suinian.core.crypto;

import java.security.MessageDigest;

/** Comparisons whose duration says nothing about where two secrets differ. */
public final class ConstantTime {
    private ConstantTime() {}

    /** Whether both arrays hold the same bytes; arrays of different length are simply unequal. */
    public static boolean equal(byte[] left, byte[] right) {
        return MessageDigest.isEqual(left, right);
    }

    /** Whether both eight-byte values are the same: one machine comparison, never byte by byte. */
    public static boolean equal(long left, long right) {
        return (left ^ right) == 0;
    }
}
