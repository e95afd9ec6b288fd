package cn.suinian.core.crypto;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** An output that hashes with SM3 whatever goes through it, for files that are too large to hold. For one thread. */
public final class RunningSm3 extends FilterOutputStream {
    private final SM3Digest digest = new SM3Digest();

    /** In front of this output. */
    public RunningSm3(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        digest.update((byte) b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    /** The hash of what came so far; more may follow. */
    public byte[] soFar() {
        byte[] result = new byte[Sm3.DIGEST_BYTES];
        new SM3Digest(digest).doFinal(result, 0);
        return result;
    }
}
