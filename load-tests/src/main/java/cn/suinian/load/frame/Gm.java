package cn.suinian.load.frame;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The three national primitives a terminal uses: SM4 on one block (GM/T 0002), SM4-CMAC, HMAC-SM3 (GM/T 0004). */
final class Gm {
    private static final int BLOCK = 16;

    private Gm() {}

    static byte[] sm4(Sm4Key key, byte[] block) {
        if (block.length != BLOCK) {
            throw new IllegalArgumentException("one block is 16 bytes, not " + block.length);
        }
        BlockCipher engine = new SM4Engine();
        engine.init(true, new KeyParameter(key.bytes()));
        byte[] encrypted = new byte[BLOCK];
        engine.processBlock(block, 0, encrypted, 0);
        return encrypted;
    }

    static byte[] cmac(Sm4Key key, byte[] message) {
        return tag(new CMac(new SM4Engine()), key, message);
    }

    static byte[] hmacSm3(Sm4Key key, byte[] message) {
        return tag(new HMac(new SM3Digest()), key, message);
    }

    private static byte[] tag(Mac mac, Sm4Key key, byte[] message) {
        mac.init(new KeyParameter(key.bytes()));
        mac.update(message, 0, message.length);
        byte[] tag = new byte[mac.getMacSize()];
        mac.doFinal(tag, 0);
        return tag;
    }
}
