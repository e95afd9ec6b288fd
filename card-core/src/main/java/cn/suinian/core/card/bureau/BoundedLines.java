package cn.suinian.core.card.bureau;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a file, none of which is held when it is longer than a line has any business to be. */
final class BoundedLines {

    /** Most characters of a line. */
    static final int LONGEST = 2_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private int number;
    private boolean tooLong;

    BoundedLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
    }

    /** The number of the line that came last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that came last was cut. */
    boolean tooLong() {
        return tooLong;
    }

    /** The next line without its end; null at the end of the file. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST) {
                tooLong = true;
            } else {
                line.append((char) c);
            }
            c = in.read();
        }
        number++;
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        return number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK
                ? line.substring(1)
                : line.toString();
    }
}
