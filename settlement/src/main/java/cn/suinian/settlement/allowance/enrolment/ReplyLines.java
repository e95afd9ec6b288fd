package cn.suinian.settlement.allowance.enrolment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replies from a file, one at a time; a long text is cut, and a line that cannot be read is noted. */
final class ReplyLines {

    private static final int LONGEST = 2_000;
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,18}),([0-9]{4}-[0-9]{2}-[0-9]{2}),(.*)", Pattern.DOTALL);

    private final BufferedReader reader;
    private final BadLines bad;
    private long lineNo;

    ReplyLines(InputStream file, BadLines bad) {
        this.bad = bad;
        this.reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** A reply to an invitation. */
    record Reply(long messageNo, LocalDate on, String text) {

        ReplyMeaning meaning() {
            return ReplyMeaning.of(text);
        }
    }

    /** The line that the last reply stood in, from 1. */
    long lineNo() {
        return lineNo;
    }

    /** The next one that can be read; null at the end. */
    @Nullable
    Reply next() {
        try {
            for (String line = line(); line != null; line = line()) {
                Reply reply = line.isBlank() ? null : reply(line);
                if (reply != null) {
                    return reply;
                }
            }
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private @Nullable Reply reply(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            try {
                return new Reply(
                        Long.parseLong(matcher.group(1)),
                        LocalDate.parse(matcher.group(2)),
                        matcher.group(3).strip());
            } catch (DateTimeException noDay) {
                // It is told like any other line that cannot be read.
            }
        }
        bad.unreadable(lineNo);
        return null;
    }

    private @Nullable String line() throws IOException {
        lineNo++;
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (next >= 0 && next != '\n') {
            if (line.length() < LONGEST) {
                line.append((char) next);
            }
            next = reader.read();
        }
        return line.toString();
    }
}
