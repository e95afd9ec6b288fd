package cn.suinian.core.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for one table, sent with COPY a buffer at a time in the transaction of a connection. No COPY is under way while
 * rows are being made, so a slow source neither holds a statement open nor runs into its timeout.
 */
public final class CopyBuffer {
    private static final int SEND_AT = 1 << 18;
    private static final int LONGEST_LONG = 20;

    private final Connection transaction;
    private final String copy;
    private byte[] buffer = new byte[SEND_AT + (1 << 14)];
    private int used;
    private int lineBegan;

    /**
     * For a table and columns of ours.
     *
     * @param into {@code table (column, ...)}
     */
    public CopyBuffer(Connection transaction, String into) {
        this.transaction = transaction;
        this.copy = "COPY " + into + " FROM STDIN";
    }

    /** The next column. */
    public CopyBuffer add(long value) {
        divide();
        if (value < 0) {
            return raw(Long.toString(value));
        }
        room(LONGEST_LONG);
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = used + digits - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
        return this;
    }

    /** The next column; null stays null. */
    public CopyBuffer add(@Nullable Integer value) {
        if (value == null) {
            divide();
            return raw("\\N");
        }
        return add(value.longValue());
    }

    /** The next column, whatever is in the text. */
    public CopyBuffer add(String text) {
        divide();
        return raw(text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", ""));
    }

    /** Ends a row. */
    public void endRow() throws SQLException {
        room(1);
        buffer[used++] = '\n';
        lineBegan = used;
        if (used >= SEND_AT) {
            send();
        }
    }

    /** Sends what is left. */
    public void send() throws SQLException {
        if (used == 0) {
            return;
        }
        try {
            transaction
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(buffer, 0, used), SEND_AT);
        } catch (IOException impossible) { // the source is memory
            throw new SQLException("COPY broke off", impossible);
        }
        used = 0;
        lineBegan = 0;
    }

    private void divide() {
        if (used > lineBegan) {
            room(1);
            buffer[used++] = '\t';
        }
    }

    private CopyBuffer raw(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
        return this;
    }

    private void room(int more) {
        if (buffer.length - used < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + more));
        }
    }
}
