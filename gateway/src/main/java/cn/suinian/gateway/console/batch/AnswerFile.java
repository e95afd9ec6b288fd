package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BureauAnswers;
import cn.suinian.core.card.bureau.BureauFormat;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A file of the bureau that was uploaded, and how far it has been read. Safe for a reader and those who look on. */
final class AnswerFile implements BureauAnswers.Source {

    private static final int BYTE_ORDER_MARK_BYTES = 3;

    private volatile byte[] content;
    private final AtomicLong read = new AtomicLong();
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    AnswerFile(Buffer content) {
        this.content = content.getBytes();
    }

    /** Lines of JSON begin with a brace; anything else is taken as comma-separated. */
    BureauFormat format() {
        int from = content.length > 0 && content[0] == (byte) 0xEF ? BYTE_ORDER_MARK_BYTES : 0;
        for (int i = from; i < content.length; i++) {
            if (!Character.isWhitespace(content[i])) {
                return content[i] == '{' ? BureauFormat.JSON_LINES : BureauFormat.CSV;
            }
        }
        return BureauFormat.CSV;
    }

    int bytes() {
        return content.length;
    }

    /** It is read once for its digest and once for its lines; the second time is the one that takes time. */
    int percent() {
        int bytes = content.length;
        return opened.get() < 2 || bytes == 0 ? 0 : (int) Math.min(100, read.get() * 100 / bytes);
    }

    int lines() {
        return opened.get() < 2 ? 0 : lines.get();
    }

    /** It is not needed any more. */
    void forget() {
        content = new byte[0];
    }

    /** From the beginning again. */
    void rewind() {
        opened.set(0);
    }

    @Override
    public InputStream open() {
        opened.incrementAndGet();
        read.set(0);
        lines.set(0);
        return new Watched();
    }

    private final class Watched extends ByteArrayInputStream {

        Watched() {
            super(content);
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int most) {
            int count = super.read(bytes, from, most);
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == '\n') {
                    lines.incrementAndGet();
                }
            }
            read.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
