package cn.suinian.settlement.statement.format;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of at most so many characters; LF, CRLF or CR end one. Of a longer line only the beginning is kept. */
final class BoundedLines {
    static final int LONGEST = 4_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final char[] window = new char[1 << 14];
    private int at;
    private int end;
    private int number;
    private boolean cutOff;
    private boolean afterReturn;

    BoundedLines(Reader in) {
        this.in = in;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        cutOff = false;
        int first = read();
        if (afterReturn && first == '\n') {
            first = read();
        }
        afterReturn = false;
        if (first < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder(160);
        int c = number == 1 && first == BYTE_ORDER_MARK ? read() : first;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            } else {
                cutOff = true;
            }
            c = read();
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    /** Of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that was read last was longer. */
    boolean cutOff() {
        return cutOff;
    }

    private int read() throws IOException {
        if (at == end) {
            end = in.read(window, 0, window.length);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return window[at++];
    }
}
