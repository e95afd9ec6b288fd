package cn.suinian.settlement.statement.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file cannot be a statement of the format that was expected. */
public final class NotAStatementException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String WORKBOOK = "PK\u0003\u0004";
    private static final char REPLACED = '\uFFFD';

    /** What is wrong with it. */
    public enum Why {
        EMPTY,
        HEADER_UNREADABLE,
        COLUMNS_MISSING,
        /** The bytes of the line are none of the charset, or are better UTF-8 than it. */
        CHARSET_OTHER
    }

    /**
     * What stood where the header or the names of the columns should be.
     *
     * @param expected how the vendor writes
     * @param line as it was read; null: the file ends before it
     * @param missing columns that are needed and not there, as the mapping names them
     * @param twice columns that the mapping names and that are there more than once
     */
    public record Found(StatementMapping expected, @Nullable String line, List<String> missing, List<String> twice) {
        public Found {
            missing = List.copyOf(missing);
            twice = List.copyOf(twice);
        }

        /** Another form, of which this line would be a header; null: of none. */
        public @Nullable StatementFormat looksLike() {
            if (line == null) {
                return null;
            }
            for (StatementMapping each : List.of(
                    StatementMapping.OWN_CSV, StatementMapping.OWN_JSON_LINES, StatementMapping.TRANSIT_CLEARING)) {
                if (each.format() != expected.format()
                        && LineForm.of(each).header(line).isPresent()) {
                    return each.format();
                }
            }
            return null;
        }

        /** Whether it is a workbook, or something else that is packed as one. */
        public boolean isWorkbook() {
            return line != null && line.startsWith(WORKBOOK);
        }

        private boolean isOfOtherCharset() {
            return line != null && !isWorkbook() && (line.indexOf(REPLACED) >= 0 || isUtf8ReadAs(expected.charset()));
        }

        private boolean isUtf8ReadAs(Charset charset) {
            if (line == null || charset.equals(UTF_8)) {
                return false;
            }
            try {
                String text = UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(line.getBytes(charset)))
                        .toString();
                return !text.equals(line);
            } catch (CharacterCodingException none) {
                return false;
            }
        }
    }

    private final Why why;
    private final transient @Nullable Found found;

    private NotAStatementException(Why why, @Nullable Found found) {
        super(why.name());
        this.why = why;
        this.found = found;
    }

    static NotAStatementException empty() {
        return new NotAStatementException(Why.EMPTY, null);
    }

    /** The first line is no header. */
    static NotAStatementException header(StatementMapping expected, String line) {
        return of(Why.HEADER_UNREADABLE, new Found(expected, line, List.of(), List.of()));
    }

    /** The line behind the header does not name what the mapping needs. */
    static NotAStatementException columns(Found found) {
        return of(Why.COLUMNS_MISSING, found);
    }

    private static NotAStatementException of(Why why, Found found) {
        return new NotAStatementException(found.isOfOtherCharset() ? Why.CHARSET_OTHER : why, found);
    }

    public Why why() {
        return why;
    }

    /** What stood there; null: the file is empty. */
    public @Nullable Found found() {
        return found;
    }
}
