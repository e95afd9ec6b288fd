package cn.suinian.settlement.allowance;

import cn.suinian.core.refusal.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a bank's file, one at a time; it comes from outside, so no line is long or says anything else. */
final class ResultLines {

    private static final int LONGEST = 200;
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,18}),([0-9]{1,9})\\.([0-9]{2}),(PAID|RETURNED),?([A-Za-z0-9_-]{0,32})");

    private final BufferedReader reader;
    private long lineNo;
    /** Nothing can be read after bytes of another encoding. */
    private boolean atEnd;

    ResultLines(InputStream file, Charset charset) {
        this.reader = new BufferedReader(new InputStreamReader(
                file,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /**
     * One payment as the bank tells of it.
     *
     * @param outcome PAID or RETURNED
     * @param code why it was returned
     */
    record Result(long paymentNo, long fen, String outcome, String code) {}

    /** The next one; null at the end. Blank lines, and lines that begin with {@code #}, say nothing. */
    @Nullable
    Result next() {
        try {
            String line = line();
            while (line != null && (line.isBlank() || line.startsWith("#"))) {
                line = line();
            }
            return line == null ? null : result(line);
        } catch (CharacterCodingException otherEncoding) {
            atEnd = true;
            throw unreadable();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A line with its number.
     *
     * @param result null: it cannot be read
     */
    record Numbered(long lineNo, @Nullable Result result) {}

    /** The next one, whatever it is, so that every line that cannot be read is named; null at the end. */
    @Nullable
    Numbered nextOrUnreadable() {
        try {
            Result result = next();
            return result == null ? null : new Numbered(lineNo, result);
        } catch (RefusedException unreadable) {
            return new Numbered(lineNo, null);
        }
    }

    private Result result(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw unreadable();
        }
        long fen = Long.parseLong(matcher.group(2)) * 100 + Long.parseLong(matcher.group(3));
        return new Result(Long.parseLong(matcher.group(1)), fen, matcher.group(4), matcher.group(5));
    }

    private @Nullable String line() throws IOException {
        if (atEnd) {
            return null;
        }
        lineNo++;
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        boolean tooLong = false;
        while (next >= 0 && next != '\n') {
            tooLong = line.length() == LONGEST;
            if (!tooLong) {
                line.append((char) next);
            }
            next = reader.read();
        }
        if (tooLong) {
            throw unreadable();
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private RefusedException unreadable() {
        return new RefusedException(AllowanceRefusal.RESULT_UNREADABLE, "file", Map.of("line", Long.toString(lineNo)));
    }
}
