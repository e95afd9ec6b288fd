package cn.suinian.gateway.console.page;

import cn.suinian.gateway.http.EntityTags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Replies with what anybody may read and keep for an hour; whoever has it already is told so in a line. */
public final class OpenReply {

    private static final String AN_HOUR = "public, max-age=3600";
    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 16;

    private OpenReply() {}

    /** Sends it, or says that it is the same as before. */
    public static void send(RoutingContext request, String contentType, Buffer content) {
        HttpServerResponse response = request.response();
        String tag = '"' + HexFormat.of().formatHex(Arrays.copyOf(digest(content), TAG_BYTES)) + '"';
        response.putHeader("Cache-Control", AN_HOUR).putHeader("ETag", tag);
        if (EntityTags.name(request.request().headers().getAll("If-None-Match"), tag)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("Content-Type", contentType);
        Reply.end(request, content);
    }

    private static byte[] digest(Buffer content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
