package cn.suinian.gateway.terminal;

import cn.suinian.core.crypto.Hex;
import cn.suinian.gateway.denylist.EntityTags;
import cn.suinian.gateway.terminal.body.Query;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;

/** GET /openapi.yaml: the terminal API, described for machines. For everybody, like docs/protocol.md. */
final class DocumentCall implements Call {

    private static final String NAME = "/openapi.yaml";
    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 16;

    private final Buffer document;
    private final String etag;

    private DocumentCall(byte[] document) {
        this.document = Buffer.buffer(document);
        this.etag = '"' + Hex.encode(Arrays.copyOf(digest(document), TAG_BYTES)) + '"';
    }

    /** The document that comes with this program. */
    static DocumentCall ofThisVersion() {
        try (InputStream in = DocumentCall.class.getResourceAsStream(NAME)) {
            return new DocumentCall(Objects.requireNonNull(in, NAME).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Query.of(exchange.request()).nothingElse();
        exchange.header("ETag", etag);
        exchange.header("Cache-Control", "public, max-age=300");
        if (EntityTags.name(exchange.request().headers().getAll("If-None-Match"), etag)) {
            return Future.succeededFuture(Reply.empty(NOT_MODIFIED));
        }
        exchange.header("Content-Type", "application/yaml");
        return Future.succeededFuture(Reply.json(document.copy()));
    }

    private static byte[] digest(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
