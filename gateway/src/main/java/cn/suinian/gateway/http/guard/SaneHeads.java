package cn.suinian.gateway.http.guard;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the head of each request before Vert.x does, and makes it an invalid one where it is none to us.
 *
 * <p>Another version of HTTP: Vert.x answers with a bare 501, before any handler sees it, and a stranger's noise must
 * not look like a fault of ours. Many headers: each costs about a hundred bytes of memory however short it is, for as
 * long as the body takes to arrive, and needs no key. A length beside a transfer encoding: a proxy in front may believe
 * the other one, and what it takes for a body would be a request to us (RFC 9112, 6.3).
 */
public final class SaneHeads extends ChannelInboundHandlerAdapter {

    /** A terminal sends six; proxies on the way add some. */
    private static final int MOST_HEADERS = 40;

    private static final String TWO_LENGTHS = "a length and a transfer encoding";

    /** As Vert.x calls it. */
    private static final String DECODER = "httpDecoder";

    private SaneHeads() {}

    /** The decoder would take the length away before anybody sees that there were two. */
    private static final class OneLength extends VertxHttpRequestDecoder {
        OneLength(HttpServerOptions options) {
            super(options);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException(TWO_LENGTHS);
        }
    }

    /** Looks at the requests of a new connection. */
    public static void guard(HttpConnection connection, HttpServerOptions options) {
        if (connection instanceof HttpServerConnection server) {
            ChannelHandlerContext context = server.channelHandlerContext();
            context.pipeline().replace(DECODER, DECODER, new OneLength(options));
            context.pipeline().addBefore(context.name(), "sane-heads", new SaneHeads());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            String fault = fault(request);
            if (fault != null) {
                request.headers().clear();
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
            }
        }
        context.fireChannelRead(message);
    }

    private static @Nullable String fault(HttpRequest request) {
        if (!known(request.protocolVersion())) {
            return "not HTTP/1.0 or HTTP/1.1";
        }
        if (request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                && request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return TWO_LENGTHS;
        }
        return tooMany(request.headers().iteratorCharSequence()) ? "more than " + MOST_HEADERS + " headers" : null;
    }

    /** Their size counts names only, and one name may come a thousand times. */
    private static boolean tooMany(Iterator<?> headers) {
        int count = 0;
        while (headers.hasNext() && count <= MOST_HEADERS) {
            headers.next();
            count++;
        }
        return count > MOST_HEADERS;
    }

    /** As Vert.x compares: a version that is written in another way, as {@code HTtP/1.1}, is another object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean known(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }
}
