package cn.suinian.gateway.console.reconciliation.statement;

import io.vertx.core.buffer.Buffer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A file in memory, read once; one that is packed with gzip is unpacked on the way. */
final class SentFile {
    /** Most bytes of a form's file. */
    static final int MOST_BYTES = 50 * 1024 * 1024;

    /** Most bytes that a packed one may come to. */
    static final long MOST_UNPACKED = 2L << 30;

    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;

    private volatile Buffer content;
    private final int bytes;
    private volatile int read;

    SentFile(Buffer content) {
        this.content = content;
        this.bytes = content.length();
    }

    /** Its content, of which a packed one has at most so many bytes. */
    InputStream open(long mostUnpacked) throws IOException {
        Buffer whole = content;
        InputStream plain = new Reading(whole);
        boolean packed = whole.length() > 2 && whole.getUnsignedByte(0) == FIRST && whole.getUnsignedByte(1) == SECOND;
        return packed ? new Bounded(new GZIPInputStream(plain), mostUnpacked) : plain;
    }

    /** How much of it was read. */
    int percent() {
        return bytes == 0 ? 100 : (int) (read * 100L / bytes);
    }

    /** Whether it takes memory. */
    boolean held() {
        return content.length() > 0;
    }

    /** It is not needed any more. */
    void forget() {
        content = Buffer.buffer();
    }

    private final class Reading extends InputStream {
        private final Buffer whole;

        Reading(Buffer whole) {
            this.whole = whole;
        }

        @Override
        public int read() {
            int at = read;
            if (at >= whole.length()) {
                return -1;
            }
            read = at + 1;
            return whole.getUnsignedByte(at);
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int at = read;
            int count = Math.min(most, whole.length() - at);
            if (count <= 0) {
                return most == 0 ? 0 : -1;
            }
            whole.getBytes(at, at + count, into, from);
            read = at + count;
            return count;
        }
    }

    /** Breaks off what unpacks to more than any statement has. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            return count(count, Math.max(0, count));
        }

        private int count(int result, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("unpacks to more than a statement may have");
            }
            return result;
        }
    }
}
