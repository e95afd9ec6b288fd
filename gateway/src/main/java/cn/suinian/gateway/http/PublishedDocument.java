package cn.suinian.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A document that comes with this program, and the tag by which a client says that it has it. */
public final class PublishedDocument {

    private static final int TAG_BYTES = 16;

    private final Buffer content;
    private final String etag;

    private PublishedDocument(byte[] content) {
        this.content = Buffer.buffer(content);
        this.etag = '"' + HexFormat.of().formatHex(Arrays.copyOf(digest(content), TAG_BYTES)) + '"';
    }

    /** The resource of this name, such as {@code /openapi.yaml}. */
    public static PublishedDocument of(String resource) {
        try (InputStream in = PublishedDocument.class.getResourceAsStream(resource)) {
            return new PublishedDocument(Objects.requireNonNull(in, resource).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A copy of its bytes. */
    public Buffer content() {
        return content.copy();
    }

    /** Its tag, in quotes. */
    public String etag() {
        return etag;
    }

    private static byte[] digest(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
