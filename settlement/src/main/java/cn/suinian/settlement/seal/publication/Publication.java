package cn.suinian.settlement.seal.publication;

import cn.suinian.core.crypto.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was published of a day.
 *
 * @param content JSON, UTF-8
 * @param signature SM2 over the content, byte for byte; given out beside it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Publication(LocalDate day, byte[] content, Signature signature, Instant publishedAt) {
    /** Writes the content; does not close the output. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(content);
    }
}
