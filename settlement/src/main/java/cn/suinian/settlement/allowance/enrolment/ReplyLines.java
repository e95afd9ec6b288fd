package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.message.SmsText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replies from a file, one at a time. What people write is compared and forgotten; a long text is cut. */
final class ReplyLines {

    private static final int LONGEST = 2_000;
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,18}),([0-9]{4}-[0-9]{2}-[0-9]{2}),(.*)", Pattern.DOTALL);

    private final BufferedReader reader;
    private long lineNo;

    ReplyLines(InputStream file) {
        this.reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** A reply to an invitation. */
    record Reply(long messageNo, LocalDate on, boolean agreed) {}

    /** The next one; null at the end. */
    @Nullable
    Reply next() {
        try {
            String line = line();
            while (line != null && line.isBlank()) {
                line = line();
            }
            return line == null ? null : reply(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Reply reply(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw unreadable();
        }
        try {
            boolean agreed = matcher.group(3).strip().equals(SmsText.AGREED);
            return new Reply(Long.parseLong(matcher.group(1)), LocalDate.parse(matcher.group(2)), agreed);
        } catch (DateTimeException noDay) {
            throw unreadable();
        }
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

    private RefusedException unreadable() {
        return new RefusedException(AllowanceRefusal.RESULT_UNREADABLE, "file", Map.of("line", Long.toString(lineNo)));
    }
}
